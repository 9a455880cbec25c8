import { expect, test } from '@playwright/test'
import { addClient, answer, handOn, noToTheRest, openPeople, tellPain } from './care-hand.ts'

test('an emergency ends there: no plan, no session, a number to call', async ({ page }) => {
  const hand = handOn(page)
  await openPeople(page)
  await addClient(hand, 'Client 1')
  await tellPain(hand)
  await answer(page, /face.*arm|speech/i, 'Not sure')
  await expect(page.getByRole('heading', { name: 'This is an emergency' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Call 112' })).toHaveAttribute('href', 'tel:112')
  for (const step of ['Hands', 'Plan', 'Session']) {
    await page.getByRole('link', { name: step, exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Nothing is pressed' })).toBeVisible()
    await expect(page.getByRole('button', { name: /start|begin|hold/i })).toHaveCount(0)
  }
})

test('a referral prints a letter and ends there', async ({ page }) => {
  const hand = handOn(page)
  await openPeople(page)
  await addClient(hand, 'Client 2')
  await tellPain(hand)
  await answer(page, /fever/i, 'Yes')
  await expect(page.getByRole('heading', { name: /^To be seen/ })).toBeVisible()
  // a referral does not end the questions that would make it an emergency: they stand on it
  await answer(page, /confused/i, 'No')
  await expect(page.getByRole('radiogroup', { name: /confused/i })).toHaveCount(0)
  await hand.press('Read and print the letter', 'link')
  await expect(page.getByRole('heading', { name: 'Why I am writing' })).toBeVisible()
  await expect(page.getByText('Nothing was pressed, and no treatment was planned.')).toBeVisible()
  await page.getByRole('link', { name: 'Plan', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Nothing is pressed' })).toBeVisible()
})

test('a caution asks for a written reason before it lets a therapist go on', async ({ page }) => {
  const hand = handOn(page)
  await openPeople(page)
  await addClient(hand, 'Client 3')
  await tellPain(hand)
  await answer(page, /medicine/i, 'Not sure')
  await noToTheRest(page)
  await expect(page.getByRole('heading', { name: 'Yes, with care' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Go on within these limits' })).toBeDisabled()
  await page.getByRole('link', { name: 'Plan', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'First the decision' })).toBeVisible()
  await page.goBack()
  await page.getByLabel('Or in your own words').fill('Medicines were seen; none of them matters here.')
  await hand.press('Go on within these limits')
  await expect(page.getByRole('heading', { name: 'What do the hands find?' })).toBeVisible()
})
