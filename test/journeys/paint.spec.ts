import { expect, test } from '@playwright/test'
import { answers, findPlace, firstAnswers, openBody, strokeWithMouse } from './hand.ts'

test('paints the right temple and neck, opens an answer, undoes and clears', async ({ page }) => {
  await openBody(page)
  await expect(page.getByRole('heading', { name: 'Where does it hurt?' })).toBeVisible()
  await expect(page.getByText("Person's right")).toBeVisible()

  await page.getByRole('button', { name: 'Head', exact: true }).click()
  const temple = await findPlace(page, 'Right temple', { left: 0.5, right: 0.8, top: 0.15, bottom: 0.5 }, 22)
  await strokeWithMouse(page, temple)
  const side = await findPlace(page, 'Right side of the neck', { left: 0.5, right: 0.75, top: 0.55, bottom: 0.85 }, 22)
  await strokeWithMouse(page, side)
  await expect(page.getByRole('heading', { name: 'What would explain it' })).toBeVisible()
  await expect(page.getByText(/Painted: .*right temple/i)).toBeVisible()

  await page.getByRole('button', { name: 'Back', exact: true }).click()
  const neck = await findPlace(page, 'Right angle of neck', { left: 0.62, right: 0.78, top: 0.12, bottom: 0.28 }, 11)
  await strokeWithMouse(page, neck)

  const top = await firstAnswers(page, 3)
  expect(top.join('\n')).toMatch(/(Upper trapezius|Sternocleidomastoid)[^\n]*Right side/)

  const first = answers(page).first()
  await first.getByRole('button').first().click()
  await expect(first.getByRole('heading', { name: 'What speaks for it' })).toBeVisible()
  await expect(first.getByRole('heading', { name: 'How sure the pattern is' })).toBeVisible()

  const before = await page.getByText(/^Painted:/).textContent()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText(/^Painted:/)).not.toHaveText(before!)
  await page.getByRole('button', { name: 'Redo' }).click()
  await expect(page.getByText(/^Painted:/)).toHaveText(before!)

  await page.getByRole('button', { name: 'Clear the body' }).click()
  await expect(page.getByRole('heading', { name: 'Where does it hurt?' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText(/^Painted:/)).toHaveText(before!)
})

test('stops at what can be an emergency, and shows no muscles until a doctor has looked', async ({ page }) => {
  await openBody(page)
  await page.getByRole('button', { name: 'By name' }).click()
  for (const name of ['Left upper chest', 'Breastbone', 'Left inner upper arm']) {
    await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
  }
  await page.keyboard.press('Escape')
  await expect(page.getByRole('alert').getByRole('heading', { name: 'Get help now' })).toBeVisible()
  await expect(answers(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'It has been checked: show the list' }).click()
  await expect(answers(page).first()).toBeVisible()
})

test('keeps the drawing over a reload', async ({ page }) => {
  await openBody(page)
  const box = (await page.locator('canvas').boundingBox())!
  const chest = { x: box.x + box.width * 0.62, y: box.y + box.height * 0.3 }
  await strokeWithMouse(page, [chest, { x: chest.x + 10, y: chest.y + 20 }])
  const painted = await page.getByText(/^Painted:/).textContent()
  await page.reload()
  await expect(page.getByText(/^Painted:/)).toHaveText(painted!)
})

test('a muscle has a page of its own, and a link to it works without a drawing', async ({ page }) => {
  await page.goto('/muscle/trapezius?side=left')
  await expect(page.getByRole('heading', { level: 1, name: 'Trapezius' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Left', exact: true }).last()).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('heading', { name: 'Sources' })).toBeVisible()
  await page.getByRole('link', { name: 'Back to the drawing' }).click()
  await expect(page.getByRole('heading', { name: 'Where does it hurt?' })).toBeVisible()
})
