import { diagnose } from '../../errors/diagnostic.ts'
import type { Rule } from './documents.ts'
import { eachWidget } from './walk.ts'

const names = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|sun|mon|tue|wed|thu|fri|sat)'
const part = `(?:\\*|(?:\\d{1,2}|${names})(?:-(?:\\d{1,2}|${names}))?)(?:/\\d{1,2})?`
const cron = new RegExp(`^${part}(?:,${part})*(?:\\s+${part}(?:,${part})*){4}$`, 'i')

/** Schedules are five fields: minute, hour, day, month, weekday. */
export const cronText: Rule = function* (documents) {
  for (const { widget, where } of eachWidget(documents)) {
    for (const key of ['refetchInterval', 'dataUpdateDisplay'] as const) {
      const value = widget[key]
      if (typeof value === 'string' && !cron.test(value.trim())) {
        yield diagnose('warning', 'cron-illegal', { where, path: key }, { value })
      }
    }
  }
}
