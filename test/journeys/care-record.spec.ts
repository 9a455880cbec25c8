/** What a professional must be able to do with a record: sign, add, see what was kept, take it along, never lose a tap. */
import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { handOn, openPeople } from './care-hand.ts'

async function openDemo(page: Page): Promise<string> {
  await openPeople(page)
  await page.getByRole('button', { name: 'Look at a made-up client' }).click()
  await expect(page.getByText('This client is made up')).toBeVisible({ timeout: 60_000 })
  return page.url()
}

test('a note is kept, signed, locked and added to; the record shows it and gives its measures as a table', async ({
  page,
}) => {
  const hand = handOn(page)
  const person = await openDemo(page)
  await page.getByRole('link', { name: 'Write the note' }).first().click()
  await page.getByLabel('P: what comes next').fill('Two weeks without treatment.')
  await hand.press('Keep the note')
  await page.getByLabel('Your name').fill('A. Therapist')
  await hand.press('Sign and lock')
  await expect(page.getByText(/^Signed by A\. Therapist, /)).toBeVisible()
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await hand.press('Add something')
  await page.getByLabel('What is to be added').fill('Three weeks were agreed.')
  await hand.press('Add it')
  await expect(page.getByRole('heading', { name: /^Added / })).toBeVisible()

  await page.goto(`${person}/record`)
  await expect(page.getByText('signed', { exact: true })).toHaveCount(1)
  await page.locator('summary').first().click()
  await expect(page.getByText('Added to the note by A. Therapist.')).toBeVisible()
  const loading = page.waitForEvent('download')
  await hand.press('Measures as a table (CSV)')
  const lines = readFileSync(await (await loading).path(), 'utf8').split('\r\n')
  expect(lines[0]).toBe('\ufefftime,measure,detail,value,unit,session')
  expect(lines.filter((line) => line.includes('Pain when pressed, before')).length).toBeGreaterThanOrEqual(4)
})

test('taps in two tabs at once all stay in sight; a tap that cannot be kept is said, also in a session', async ({
  page,
  context,
}) => {
  const hand = handOn(page)
  const person = await openDemo(page)
  await hand.press('Start: short questions first')
  await expect(page.getByRole('heading', { name: 'What has changed?' })).toBeVisible()
  const other = await context.newPage()
  await other.goto(`${person}/questions`)
  await expect(other.getByRole('heading', { name: 'What has changed?' })).toBeVisible()
  const no = (tab: Page) => tab.getByRole('radio', { name: 'No', exact: true })
  const count = Math.min(6, await no(page).count())
  await Promise.all(
    [page, other].map(async (tab, which) => {
      for (let i = which; i < count; i += 2) await no(tab).nth(i).click()
    }),
  )
  for (const tab of [page, other]) {
    for (let i = 0; i < count; i++) await expect(no(tab).nth(i)).toHaveAttribute('aria-checked', 'true')
  }
  await other.close()

  await hand.press('Nothing new: no to every open question')
  await hand.press('See the decision')
  await hand.press('Go on')
  await hand.press('Start the session')
  await page.getByRole('radio', { name: '3', exact: true }).click()
  await hand.press('Tap when it is explained and they agree')
  await hand.press('Begin')
  await expect(page.getByRole('button', { name: 'Start the hold' })).toBeVisible()
  await page.evaluate(`IDBObjectStore.prototype.add = () => { throw new DOMException('full', 'QuotaExceededError') }`)
  await page.getByRole('radio', { name: '5', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Not kept: the device is full.')
})
