/** From a muscle's page to who works harder when it is weak: live, in both postures, without a network, on a phone. */
import { expect, test } from '@playwright/test'
import { expectNoViolations } from './axe.ts'

test.describe('with the app kept on the device', () => {
  test.use({ serviceWorkers: 'allow' })

  test('shows who takes over as the slider moves, and works without a network once it was opened', async ({
    page,
    context,
  }) => {
    await page.goto('/muscle/gluteus-medius?side=right')
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
    await context.setOffline(true)
    await page.getByRole('link', { name: 'Show the ripple of the right side' }).click()
    const missing = page.getByRole('alert').filter({ hasText: 'The calculation is not on this device yet' })
    await expect(missing).toContainText('about 2 MB')
    await context.setOffline(false)
    await missing.getByRole('button', { name: 'Try again' }).click()

    const answer = page.locator('[data-held]')
    await expect(answer).toContainText(
      'right gluteus medius has only half its strength while standing on the right leg',
    )
    await expect(missing).toHaveCount(0)
    const kept = () => page.evaluate("caches.open('ripple').then((ours) => ours.keys()).then(({ length }) => length)")
    await expect.poll(kept).toBe(1)
    await context.setOffline(true)
    await page.reload()
    await expect(answer.locator('strong')).toContainText('gluteus minimus')
    const harder = page.getByRole('list', { name: 'Works harder', exact: true }).getByRole('listitem')
    await expect(harder.filter({ hasText: 'tensor fasciae latae' })).toHaveCount(1)
    const firstTake = (await harder.first().textContent()) ?? ''

    const slider = page.getByRole('slider', { name: /Strength left in Gluteus medius/ })
    await slider.press('End')
    await expect(answer).toContainText('no other muscle has to work noticeably harder')
    await expect(harder).toHaveCount(0)
    await slider.press('Home')
    await expect(page.getByRole('heading', { name: 'This can’t be held' })).toBeVisible()
    await expect(page.getByRole('list', { name: /Works/ })).toHaveCount(0)
    for (let step = 0; step < 7; step++) await slider.press('ArrowRight')
    await expect(answer).toContainText('has 35 % of its strength')
    await expect(page).toHaveURL(/degree=(%22)?0\.65/)
    await expect(harder.first()).not.toHaveText(firstTake)

    await page.getByText('May give way', { exact: true }).click()
    await expect(page.getByRole('heading', { name: 'How the posture gives way' })).toBeVisible()
    await expect(page.getByText(/The trunk leans .* to the right/)).toBeVisible()

    await page.getByText('Before', { exact: true }).click()
    await expect(page.getByText('Pull before the trouble')).toBeVisible()
    const next = page.getByRole('list', { name: 'Likely next trouble spots' }).getByRole('link')
    await expect(next.first()).toBeVisible()
    await expect(page.getByRole('heading', { name: 'What studies say' })).toBeVisible()
    await expectNoViolations(page)

    await page.setViewportSize({ width: 390, height: 844 })
    await expectNoViolations(page)
    expect(await page.locator('html').evaluate((element) => element.scrollWidth)).toBe(390)
    await next.first().click()
    await expect(page).toHaveURL(/\/muscle\/.*side=right/)
    await expect(page.getByText('On the body')).toHaveCount(0)
  })
})

test('says so where the browser allows no WebAssembly, and nothing else breaks', async ({ page }) => {
  // what a strict setting does: a policy without WebAssembly, given to the worker with its own script
  await page.route(/\/assets\/worker-.*\.js$/, async (route) => {
    const response = await route.fetch()
    const headers = { ...response.headers(), 'content-security-policy': "default-src 'self'" }
    await route.fulfill({ response, headers })
  })
  await page.goto('/ripple?muscle=gluteus-medius&side=right')
  const blocked = page.getByRole('alert').filter({ hasText: 'This browser blocks the calculation' })
  await expect(blocked).toContainText('Everything else works without it')
  await expect(page.getByRole('slider', { name: /Strength left/ })).toBeVisible()
})
