import { expect, type Page, test } from '@playwright/test'
import { answers, openBody, settled } from './hand.ts'

async function paintByName(page: Page, names: readonly string[]): Promise<void> {
  await openBody(page)
  await page.getByRole('button', { name: 'By name' }).click()
  for (const name of names) await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
  await page.keyboard.press('Escape')
}

test('asks what would tell the most, counts the answer, and takes it back', async ({ page }) => {
  await paintByName(page, ['Right temple', 'Right side of the neck'])
  const next = page.getByRole('region', { name: 'To know more' })
  const card = next.getByRole('group')
  const question = () => card.getAttribute('aria-labelledby').then((id) => page.locator(`[id="${id}"]`).textContent())
  await settled(page)
  const first = (await question())!
  await expect(next.getByRole('button', { name: /^Press here: / })).toHaveCount(2)
  const before = await answers(page).allTextContents()

  await card.getByRole('button', { name: 'Yes', exact: true }).click()
  await expect(next.getByRole('status')).toContainText('One answer counts')
  await expect(card).not.toContainText(first)
  await expect.poll(() => answers(page).allTextContents()).not.toEqual(before)
  await settled(page)
  const after = await answers(page).allTextContents()

  // put aside: nothing moves, and it does not come back
  const second = (await question())!
  await card.getByRole('button', { name: 'Skip this one' }).click()
  await expect(card).not.toContainText(second)
  await expect(next.getByRole('status')).toContainText('One answer counts')
  await settled(page)
  expect(await answers(page).allTextContents()).toEqual(after)

  await next.getByRole('button', { name: 'Take back the last' }).click()
  await expect(card).toContainText(second)
  await next.getByRole('button', { name: 'Take back the last' }).click()
  await expect(card).toContainText(first)
  await expect.poll(() => answers(page).allTextContents()).toEqual(before)
})

test('a question of the screen that is answered here counts there, and not sure counts as yes', async ({ page }) => {
  const leg = ['upper buttock', 'lower buttock', 'outer hip', 'outer upper thigh', 'outer leg']
  await paintByName(
    page,
    leg.map((name) => `Right ${name}`),
  )
  const card = page.getByRole('region', { name: 'To know more' }).getByRole('group')
  const doctor = page.getByRole('heading', { name: 'See a doctor first' })
  await expect(card).toBeVisible()
  await expect(doctor).toHaveCount(0)
  await settled(page)
  while (!(await card.textContent())!.includes('tingling or numbness')) {
    const before = (await card.textContent())!
    await card.getByRole('button', { name: 'Skip this one' }).click()
    await expect(card).not.toHaveText(before)
    await settled(page)
  }
  await card.getByRole('button', { name: 'Not sure' }).click()
  await expect(doctor).toBeVisible()
})
