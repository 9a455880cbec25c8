import { expect, test } from '@playwright/test'
import { addClient, handOn, keptEvents, noToTheRest, openPeople, tellPain, withClock } from './care-hand.ts'

test.use({ serviceWorkers: 'allow' })

test('a whole session without a network, and again after loading anew', async ({ page, context }) => {
  const clock = await withClock(page)
  const hand = handOn(page)
  await openPeople(page)
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
  await context.setOffline(true)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'People on this device' })).toBeVisible()

  await addClient(hand, 'Client 4')
  await tellPain(hand)
  await noToTheRest(page)
  await hand.press('Go on')
  for (const sign of ['Tender', 'Familiar', 'Tight band']) await hand.press(`${sign}: yes`)
  await hand.press('To the plan')
  await hand.press('Start the session')
  await hand.press('6', 'radio')
  await hand.press('Begin')
  await hand.press('Start the hold')
  await expect(page.getByRole('timer')).toBeVisible()
  await hand.press('Twitch')

  // in the middle of the hold, still without a network: it goes on where it was
  await page.reload()
  await expect(page.getByRole('timer')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Twitch' })).toHaveAttribute('aria-pressed', 'true')
  await clock.on(30)
  await expect(page.getByRole('timer')).toHaveCount(0)
  while ((await page.getByRole('heading', { name: 'All points are done' }).count()) === 0) {
    await page
      .getByRole('button', { name: /^(Skip|Enough here|Finish|Next point)$/ })
      .locator('visible=true')
      .last()
      .click()
    await page.waitForTimeout(300)
  }
  await hand.press('4', 'radio')
  await hand.press('End the session')
  await hand.press('Write the note', 'link')
  await hand.press('Keep the note')
  await expect(page.getByText(/^Kept .*\d\d:\d\d\.$/)).toBeVisible()
  const kept = await keptEvents(page)
  expect(kept.map((event) => event.kind)).toContain('note-written')
})
