import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { addClient, handOn, keptEvents, noToTheRest, openPeople, tellPain } from './care-hand.ts'

const rounds = 20

test(`the tab is killed ${rounds} times at random moments of a hold: no kept event is lost`, async ({ context }) => {
  test.setTimeout(600_000)
  let page = await context.newPage()
  const hand = handOn(page)
  await openPeople(page)
  await addClient(hand, 'Client 7')
  await tellPain(hand)
  await noToTheRest(page)
  await hand.press('Go on')
  await hand.press('Tender: yes')
  await hand.press('Familiar: yes')
  await hand.press('Tight band: yes')
  await hand.press('To the plan')
  await hand.press('Start the session')
  await page.getByRole('radio', { name: '6', exact: true }).click()
  await hand.press('Begin')
  const address = page.url()

  let shown = 0
  let known = new Set<string>()
  for (let round = 0; round < rounds; round++) {
    await hold(page)
    const rate = page.getByRole('radiogroup', { name: /^Discomfort/ })
    const taps = 1 + Math.floor(Math.random() * 4)
    for (let tap = 0; tap < taps; tap++) {
      // never falling, or the rule of release would end the hold
      const value = page.getByRole('radiogroup', { name: /^Discomfort/ }).getByRole('radio', { name: '3', exact: true })
      if ((await rate.count()) === 0) break
      await value.click()
      await expect(value).toHaveAttribute('aria-checked', 'true')
      shown++
    }
    // one more whose fate is open, then the end at a random moment
    await rate
      .getByRole('radio', { name: '3', exact: true })
      .click({ noWaitAfter: true })
      .catch(() => {})
    await new Promise((done) => setTimeout(done, Math.random() * 60))
    await kill(page, context, round)
    page = await context.newPage()
    await page.goto(address)
    await expect(page.getByRole('dialog', { name: 'Session' })).toBeVisible()
    const kept = await keptEvents(page)
    const ids = new Set(kept.map((event) => event.id))
    for (const id of known) expect(ids.has(id), 'an event that was kept is gone').toBe(true)
    known = ids
    const ratings = kept.filter((event) => event.act?.act === 'rated').length
    expect(ratings, 'a rating that the screen had shown is gone').toBeGreaterThanOrEqual(shown)
    shown = ratings
  }
})

/** Closes the tab, or crashes what draws it, in turn. */
async function kill(page: Page, context: BrowserContext, round: number): Promise<void> {
  if (round % 2 === 0) {
    await page.close({ runBeforeUnload: false })
    return
  }
  const session = await context.newCDPSession(page)
  await Promise.race([session.send('Page.crash').catch(() => {}), new Promise((done) => setTimeout(done, 800))])
  await page.close().catch(() => {})
}

/** Comes to a running hold from wherever the session is. */
async function hold(page: Page): Promise<void> {
  for (let tries = 0; tries < 8; tries++) {
    if ((await page.getByRole('timer').count()) > 0) return
    for (const name of ['Hold it again', 'Start the hold', 'Again']) {
      const button = page.getByRole('button', { name, exact: true })
      if ((await button.count()) > 0) {
        await button.first().click()
        break
      }
    }
    if ((await page.getByRole('timer').count()) === 0) {
      const points = page.getByRole('button', { name: 'Points', exact: true })
      if ((await page.getByRole('button', { name: /^(Finish|Next point)$/ }).count()) > 0) {
        await page.getByRole('button', { name: /^(Finish|Next point)$/ }).click()
      } else if ((await page.getByRole('heading', { name: 'All points are done' }).count()) > 0) {
        await points.click()
        await page.getByRole('button', { name: 'Again', exact: true }).first().click()
      }
    }
    await page.waitForTimeout(250)
  }
}
