import { expect, test } from '@playwright/test'
import { answers, firstAnswers, openBody } from './hand.ts'

test('the whole way by keyboard alone', async ({ page }) => {
  await openBody(page)
  const list = page.getByRole('button', { name: 'By name' })
  for (let presses = 0; presses < 60; presses++) {
    if (await list.evaluate((element) => element.matches(':focus'))) break
    await page.keyboard.press('Tab')
  }
  await expect(list).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Search the regions')).toBeFocused()

  for (const [typed, button] of [
    ['temple', 'Right temple'],
    ['angle of neck', /Right angle of neck/],
    ['side of the neck', 'Right side of the neck'],
  ] as const) {
    await page.getByLabel('Search the regions').fill(typed)
    const choice = page.getByRole('dialog').getByRole('button', { name: button })
    await expect(choice).toBeVisible()
    await choice.focus()
    await page.keyboard.press('Space')
    await expect(page.getByRole('dialog').getByRole('button', { name: /painted 5 of 10/ })).toHaveCount(1)
  }
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  expect((await firstAnswers(page, 3)).join('\n')).toMatch(/(Upper trapezius|Sternocleidomastoid)[^\n]*Right side/)
  await answers(page).first().getByRole('button').first().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'What speaks for it' })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('button', { name: 'Redo' })).toBeEnabled()
})
