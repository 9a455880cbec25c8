import { expect, type Page, test } from '@playwright/test'
import { openQuestions, pressKept } from './care-hand.ts'

/** Tab until what has the focus is called so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 160; presses++) {
    const called = await page.evaluate(`(() => {
      const on = document.activeElement
      return on?.getAttribute('aria-label') ?? on?.labels?.[0]?.innerText ?? on?.innerText ?? ''
    })()`)
    if (name.test(String(called).trim())) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never comes to ${name}`)
}

async function go(page: Page, name: RegExp, key = 'Enter'): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press(key)
}

test('a client, the drawing, the questions, the hands, the plan and a hold by keyboard alone', async ({ page }) => {
  const heading = (name: string) => expect(page.getByRole('heading', { name, exact: true })).toBeVisible()
  await page.goto('/people')
  await go(page, /^I have read this$/)
  await heading('People on this device')
  await go(page, /^Add a client$/)
  await tabTo(page, /^Name, or a number/)
  await page.keyboard.type('Client 9')
  await tabTo(page, /^Age in years/)
  await page.keyboard.type('42')
  await go(page, /^Female$/, 'Space')
  await go(page, /^Add and go on$/)

  await heading('Where does it hurt?')
  await go(page, /^By name$/)
  await expect(page.getByLabel('Search the regions')).toBeFocused() // the list takes the focus when it is open
  await page.keyboard.type('angle')
  await go(page, /^Right angle of neck and shoulder$/)
  await go(page, /^Close the list$/)
  await go(page, /^6$/, 'Space')
  await go(page, /^Slowly$/, 'Space')
  await go(page, /^2 to 12 weeks$/, 'Space')
  await go(page, /^Go on to the questions$/)

  await heading('Before anything is pressed')
  const decide = page.getByRole('button', { name: 'See the decision' })
  for (let round = 0; round < 60 && (await decide.count()) === 0; round++) {
    const group = page.getByRole('button', { name: /^No to / })
    await expect(decide.or(group).or(openQuestions(page)).first()).toBeVisible()
    if ((await decide.count()) > 0) break
    const groups = (await group.count()) > 0
    await pressKept(
      page,
      groups ? group.first() : openQuestions(page).first().getByRole('radio', { name: 'No', exact: true }),
      'Space',
    )
  }
  await go(page, /^See the decision$/)
  await heading('Nothing speaks against it')
  await go(page, /^Go on$/)

  await heading('What do the hands find?')
  for (const sign of ['Tender', 'Familiar', 'Tight band']) await go(page, new RegExp(`^${sign}: yes$`), 'Space')
  await go(page, /^To the plan$/)
  await heading('The plan')
  await go(page, /^Start the session$/)
  await heading('How is it now?')
  await go(page, /^6$/, 'Space')
  await go(page, /^Begin$/)
  await go(page, /^Start the hold$/)
  await expect(page.getByRole('timer')).toBeVisible()
  // a number rates and Escape stops, wherever the focus is
  await page.keyboard.press('8')
  await expect(page.getByText('Ease off now.')).toBeVisible()
  await page.keyboard.press('Escape')
  await heading('Stopped')
  await go(page, /^End the session here$/)
  await heading('Ended early')
})
