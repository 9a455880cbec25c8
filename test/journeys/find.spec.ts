import { expect, test } from '@playwright/test'
import { expectNoViolationsLightOrDark } from './axe.ts'
import { openBody } from './hand.ts'

test('finds a muscle by its nickname, misspelled, and reads its page', async ({ page }) => {
  await openBody(page)
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Find' }).click()
  const box = page.getByRole('searchbox', { name: 'What to find' })
  const found = page.getByRole('list', { name: 'Muscles and other sources' }).getByRole('link')
  await box.fill('jaw muscle')
  await expect(found.filter({ hasText: 'Masseter' })).toBeVisible()
  await box.fill('trapps')
  await expect(found.first()).toContainText('Trapezius')
  await found.first().click()

  await expect(page.getByRole('heading', { level: 1, name: 'Trapezius' })).toBeVisible()
  for (const title of ['Find it with the hands', 'Treat it', 'By yourself', 'What people notice', 'Easily taken for']) {
    await expect(page.getByRole('heading', { name: `${title}: upper trapezius` })).toBeVisible()
  }
  for (const title of ['Anatomy', 'Sources', 'What is only assumed', 'What the grades mean']) {
    await expect(page.getByRole('heading', { name: title, exact: true })).toBeVisible()
  }
  await expect(page.getByText('Accessory nerve (CNXI)')).toBeVisible()
  expect(await page.getByRole('link', { name: /^doi:10\./ }).count()).toBeGreaterThan(0)

  await page.goBack()
  await expect(box).toHaveValue('trapps')
})

test('goes from a place to what sends pain there', async ({ page }) => {
  await page.goto('/find')
  await page.getByText('Head and face').first().click()
  await page.getByRole('link', { name: 'Temple', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Right temple' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Muscles that send pain here' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'What else can hurt here' })).toBeVisible()
  await page.getByRole('button', { name: 'Left', exact: true }).last().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Left temple' })).toBeVisible()
  await page
    .getByRole('link', { name: /^Temporalis/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Temporalis' })).toBeVisible()
  await expect(page).toHaveURL(/side=left/)
})

test('says so when nothing is called like that', async ({ page }) => {
  await page.goto('/find?q=xqzzv')
  await expect(page.getByText(/Nothing is called/)).toBeVisible()
})

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
]) {
  test(`no barrier that axe finds while finding, light or dark: ${viewport.width} px`, async ({ page }) => {
    await page.setViewportSize(viewport)
    for (const path of ['/find', '/find?q=neck', '/find?region=heel&side=left', '/source/facet.c2-3']) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectNoViolationsLightOrDark(page)
      expect(await page.locator('html').evaluate((element) => element.scrollWidth)).toBe(viewport.width)
    }
  })
}
