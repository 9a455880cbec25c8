import { expect, type Page, test } from '@playwright/test'
import { expectNoViolationsLightOrDark } from './axe.ts'
import { answers, firstAnswers, openBody, strokeWithMouse } from './hand.ts'

async function openCharts(page: Page): Promise<void> {
  await openBody(page)
  await page.getByRole('button', { name: 'Charts', exact: true }).click()
  await expect(page.getByRole('checkbox', { name: 'Breastbone', exact: true })).toBeVisible()
}

/** Presses arrows in turn until the region with this name has the focus. */
async function arrowTo(page: Page, name: RegExp, keys: readonly string[], atMost: number): Promise<void> {
  const focused = page.locator('[role="checkbox"]:focus')
  for (let presses = 0; presses < atMost; presses++) {
    if (name.test((await focused.getAttribute('aria-label')) ?? '')) return
    await page.keyboard.press(keys[presses % keys.length]!)
  }
  await expect(focused).toHaveAttribute('aria-label', name)
}

test('a whole drawing on the charts by keyboard alone', async ({ page }) => {
  await openBody(page)
  const charts = page.getByRole('button', { name: 'Charts', exact: true })
  for (let presses = 0; presses < 80; presses++) {
    if (await charts.evaluate((element) => element.matches(':focus'))) break
    await page.keyboard.press('Tab')
  }
  await expect(charts).toBeFocused()
  await page.keyboard.press('Enter')

  const front = page.getByRole('group', { name: /Whole body from the front/ })
  await expect(front).toBeVisible()
  const inside = front.locator('[role="checkbox"]:focus')
  for (let presses = 0; presses < 40 && (await inside.count()) === 0; presses++) await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Home')
  await arrowTo(page, /^Right temple/, ['ArrowLeft', 'ArrowDown'], 6)
  await page.keyboard.press('Space')
  const temple = front.getByRole('checkbox', { name: 'Right temple, painted 5 of 10' })
  await expect(temple).toBeChecked()
  await page.keyboard.press('7')
  await expect(front.getByRole('checkbox', { name: 'Right temple, painted 7 of 10' })).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: 'Right temple: painted, 7 of 10' })).toBeAttached()
  expect((await firstAnswers(page, 6)).join('\n')).toMatch(/Right side/)

  await page.keyboard.press('Space')
  await expect(front.getByRole('checkbox', { name: 'Right temple', exact: true })).not.toBeChecked()
  await expect(answers(page)).toHaveCount(0)
})

test('a stroke on the body is a share on the chart, and a region of the chart is paint on the body', async ({
  page,
}) => {
  await openBody(page)
  const box = (await page.locator('canvas').boundingBox())!
  const chest = { x: box.x + box.width * 0.66, y: box.y + box.height * 0.34 }
  await strokeWithMouse(page, [chest, { x: chest.x + 14, y: chest.y + 8 }])
  const painted = (await page.getByText(/^Painted:/).textContent())!
  await page.getByRole('button', { name: 'Charts', exact: true }).click()
  const partly = page.getByRole('checkbox', { name: /about \d+ % painted, up to 5 of 10/ })
  await expect(partly.first()).toHaveAttribute('aria-checked', 'mixed')
  await expect(page.getByText('Left is always the person’s left.')).toBeVisible()

  const shin = page.getByRole('checkbox', { name: 'Left shin', exact: true }).first()
  await shin.click()
  await expect(page.getByRole('checkbox', { name: 'Left shin, painted 5 of 10' }).first()).toBeChecked()
  await expect(page.getByText(/^Painted:/)).not.toHaveText(painted)
  await page.getByRole('button', { name: '3D body' }).click()
  await expect(page.locator('canvas')).toBeVisible()
  await expect(page.getByText(/^Painted:.*left shin/i)).toBeVisible()
})

test('a brush draws on a chart', async ({ page }) => {
  await openCharts(page)
  await page.getByText('Brush', { exact: true }).first().click()
  const thigh = (await page
    .getByRole('checkbox', { name: 'Right front of the upper thigh', exact: true })
    .boundingBox())!
  const at = { x: thigh.x + thigh.width / 2, y: thigh.y + thigh.height / 2 }
  await strokeWithMouse(page, [at, { x: at.x + 4, y: at.y + 20 }])
  await expect(
    page.getByRole('checkbox', { name: /^Right front of the upper thigh, about \d+ % painted/ }),
  ).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('checkbox', { name: 'Right front of the upper thigh', exact: true })).toBeVisible()
})

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
]) {
  test(`no barrier that axe finds on the charts, light or dark: ${viewport.width} px`, async ({ page }) => {
    await page.setViewportSize(viewport)
    await openCharts(page)
    await page.getByRole('checkbox', { name: 'Breastbone', exact: true }).click()
    await expect(page.getByRole('checkbox', { name: 'Breastbone, painted 5 of 10' })).toBeVisible()
    await expectNoViolationsLightOrDark(page, 'front')
    await page.getByRole('button', { name: 'Hands', exact: true }).click()
    await expect(page.getByRole('checkbox', { name: 'Left palm', exact: true })).toBeVisible()
    await expectNoViolationsLightOrDark(page, 'hands')
    expect(await page.locator('html').evaluate((element) => element.scrollWidth)).toBe(viewport.width)
  })
}
