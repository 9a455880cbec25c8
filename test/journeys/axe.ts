/** What axe finds on a page, in words that a failing test can show. */
import { expect, type Page } from '@playwright/test'
import axe from 'axe-core'

const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']
const asked = JSON.stringify({ runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'] })

/** @param where  which screen it is, for the message of a failing test */
export async function expectNoViolations(page: Page, where?: string): Promise<void> {
  // one reading of the page is enough until it is loaded anew
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axe.source)
  const { violations } = await page.evaluate<axe.AxeResults>(`axe.run(document, ${asked})`)
  const said = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target} ${node.failureSummary}`).join(' | ')}`,
  )
  expect(said, where).toEqual([])
}

/** The same screen in the light, and in the dark as a device goes over to it in the evening; or the other way round. */
export async function expectNoViolationsLightOrDark(page: Page, where = page.url()): Promise<void> {
  const html = page.locator('html')
  const first = (await html.getAttribute('data-mantine-color-scheme')) === 'dark' ? 'dark' : 'light'
  await expectNoViolations(page, `${where}, ${first}`)
  const second = first === 'dark' ? 'light' : 'dark'
  await page.emulateMedia({ colorScheme: second })
  await expect(html).toHaveAttribute('data-mantine-color-scheme', second)
  await expectNoViolations(page, `${where}, ${second}`)
}
