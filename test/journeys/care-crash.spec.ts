import { type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test'
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
    for (let tap = 0; tap < taps && (await rates(rate)); tap++) shown++
    // one more whose fate is open, then the end at a random moment
    await (await another(rate)).click({ noWaitAfter: true, timeout: 2000 }).catch(() => {})
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

/**
 * What is not rated now, 3 or 4: a value that was chosen already would show nothing new when it is pressed again.
 * A hold begins with 3 and never falls below it, or the rule of release would end it.
 */
async function another(rate: Locator): Promise<Locator> {
  const now = await rate.getByRole('radio', { checked: true }).allTextContents()
  return rate.getByRole('radio', { name: now[0] === '3' ? '4' : '3', exact: true })
}

/** @returns whether the screen showed the rating; a hold that has just come to its end takes none */
async function rates(rate: Locator): Promise<boolean> {
  if ((await rate.count()) === 0) return false
  const value = await another(rate)
  try {
    await value.click({ timeout: 5000 })
    await expect(value).toHaveAttribute('aria-checked', 'true')
    return true
  } catch (error) {
    if ((await rate.count()) > 0) throw error
    return false
  }
}

/** Closes the tab, or crashes what draws it, in turn. */
async function kill(page: Page, context: BrowserContext, round: number): Promise<void> {
  if (round % 2 === 0) {
    await page.close({ runBeforeUnload: false })
    return
  }
  const session = await context.newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  session.send('Page.crash').catch(() => {}) // what crashes does not answer
  await crashed
  await page.close().catch(() => {})
}

/** Comes to a running hold from wherever the session is. */
async function hold(page: Page): Promise<void> {
  const timer = page.getByRole('timer')
  const on = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
  const begin = on(/^(Hold it again|Start the hold|Again)$/)
  const leave = on(/^(Finish|Next point)$/)
  const points = on('Points')
  const done = page.getByRole('heading', { name: 'All points are done' })
  // what was just pressed may still stand for a moment: a press that finds nothing more is no harm, the next look decides
  const press = (button: Locator) => button.click({ timeout: 3000 }).catch(() => {})
  for (let presses = 0; presses < 12; presses++) {
    await expect(timer.or(begin).or(leave).or(done).first()).toBeVisible()
    if (await timer.isVisible()) return
    if (await begin.first().isVisible()) {
      await press(begin.first())
      await timer.waitFor({ timeout: 5000 }).catch(() => {})
    } else if (await leave.isVisible()) await press(leave)
    else if (await done.isVisible()) await press(points)
  }
  await expect(timer).toBeVisible()
}
