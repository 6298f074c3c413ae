import { expect, test } from 'vitest'
import { check } from '../../packages/deskwright/src/check/check.ts'
import { probeErrors } from '../../packages/deskwright/src/errors/catalogue/probe.ts'
import { hasCapture, serveReplay } from '../workbench/replay-server.ts'

test.runIf(hasCapture)(
  'of the recorded official backend every line about the way to it was checked by hand',
  async () => {
    const replay = await serveReplay()
    const report = await check(replay.url, { only: ['cors', 'transport', 'widgets'] })
    replay.close()
    // What its documents say is pinned beside this, in captures.test.ts.
    const asked = report.findings.filter(({ code }) => Object.hasOwn(probeErrors, code))
    const lines = asked.map(({ severity, code, where, message }) =>
      [severity, code, where, message.replaceAll(replay.url, '')].join(' | '),
    )
    expect(lines).toEqual([
      // It shows on purpose how an error looks.
      'error | widget-status | widget "markdown_widget_with_error_handling" | GET /markdown_widget_with_error_handling?theme=dark, as asked with the default values, answers 500: Error that just occurred.',
      // Two of its sources were out of reach when it was recorded.
      expect.stringMatching(
        /^error \| widget-status \| widget "markdown_widget_with_image_from_url" \| GET \S+, as asked with the default values, answers 500: Failed to fetch image: /,
      ),
      'error | widget-status | widget "table_widget_from_api_endpoint" | GET /table_widget_from_api_endpoint, as asked with the default values, answers 500.',
      // Nobody caught that exception, and FastAPI answers such ones outside of its CORS middleware.
      'warning | cors-error-answer | widget "table_widget_from_api_endpoint" | /table_widget_from_api_endpoint answers 500 without Access-Control-Allow-Origin for https://pro.openbb.co: Workspace shows "Failed to fetch" instead of the reason.',
      // Its middleware does not know the header.
      'advice | cors-private-network | widgets.json | The preflight of /widgets.json asks for access to a private network and is not granted it: some versions of Chrome and Edge then send no request.',
    ])
    expect(report.summary).toMatch(/^Workspace will load 42 of 45 widgets; here is what it will not: /)
  },
)
