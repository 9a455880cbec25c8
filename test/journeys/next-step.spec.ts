import { expect, test } from '@playwright/test'
import { answers, openBody } from './hand.ts'

test('asks what would tell the most, counts the answer, and takes it back', async ({ page }) => {
  await openBody(page)
  await page.getByRole('button', { name: 'By name' }).click()
  for (const name of ['Right temple', 'Right side of the neck']) {
    await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
  }
  await page.keyboard.press('Escape')
  const next = page.getByRole('region', { name: 'To know more' })
  const question = next.getByText(/^(Does this|Measure:)/)
  const first = await question.textContent()
  await expect(next.getByRole('button', { name: /^Press here: / })).toHaveCount(2)
  const before = await answers(page).allTextContents()

  await next.getByRole('button', { name: 'Yes' }).click()
  await expect(next.getByRole('status')).toContainText('One answer counts')
  await expect(question).not.toHaveText(first!)
  await expect.poll(() => answers(page).allTextContents()).not.toEqual(before)

  await next.getByRole('button', { name: 'No', exact: true }).click()
  await expect(next.getByRole('status')).toContainText('2 answers count')
  await next.getByRole('button', { name: 'Take back' }).click()
  await expect(question).toHaveText(first!)
  await expect.poll(() => answers(page).allTextContents()).toEqual(before)
})
