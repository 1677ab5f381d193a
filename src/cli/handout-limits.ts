/** What a handout's options may be, told by the option as it was typed. */
import { z } from 'zod';
import { BLANK_LINES, LONGEST_TITLE, MOST_OWN_QUESTIONS } from '../shared/handout-parts';
import { type OwnQuestion, ownQuestionSchema } from '../shared/handout';
import { LANGS } from '../shared/lang';
import { noteIdSchema } from '../shared/notes';

/** @throws RangeError */
export function parseMeasure(option: string, { least, most }: { least: number; most: number }, unit: string) {
  return (value: string): number => {
    const number = Number(value.replace(',', '.'));
    if (value.trim() !== '' && number >= least && number <= most) return number;
    throw new RangeError(`${option} ${value}: choose a number from ${least} to ${most} (${unit}).`);
  };
}

/** @throws RangeError */
export function parseColumns(value: string): 1 | 2 {
  if (value === '1' || value === '2') return value === '1' ? 1 : 2;
  throw new RangeError(`--columns ${value}: choose 1 or 2.`);
}

/** @throws RangeError */
export function parseTitle(option: string): (value: string) => string {
  return (value) => {
    if (value.length <= LONGEST_TITLE) return value;
    throw new RangeError(
      `${option} is ${value.length} characters long; ${LONGEST_TITLE} are the most. Shorten it.`,
    );
  };
}

/** @throws RangeError */
export function parseNotes(value: string): 'all' | string[] {
  if (value === 'all') return 'all';
  const ids = value.split(',').map((one) => one.trim());
  const wrong = ids.find((id) => !noteIdSchema.safeParse(id).success);
  if (wrong === undefined) return ids;
  throw new RangeError(
    `--notes: “${wrong}” is not the id of a note. Say all, or ids as \`note list\` has them, separated by commas.`,
  );
}

/** How each field of a question has to be. */
const FIELDS = {
  article: 'the id of an article, after which it stands, or null for after the last',
  texts: `by language (${LANGS.join(', ')}), as in {"en": {"question": "…", "answer": "…"}}; a question has 2000 characters at most, an answer 4000`,
  lines: `blank lines to answer on, a whole number from ${BLANK_LINES.least} to ${BLANK_LINES.most}`,
} as const;

export const QUESTIONS_HELP = `
The file of --questions-file is a JSON list. Each question in it has three fields:
${Object.entries(FIELDS)
  .map(([field, what]) => `  ${field.padEnd(9)}${what}`)
  .join('\n')}
An answer may be empty. As in:
  [{"article": null, "texts": {"en": {"question": "Who counted?", "answer": ""}}, "lines": 4}]`;

/** @param file its name. @throws RangeError */
export function questionsOf(value: unknown, file: string): OwnQuestion[] {
  const list = z.array(z.unknown()).safeParse(value);
  if (!list.success)
    throw new RangeError(`${file} has to hold a JSON list of questions. --help shows their fields.`);
  if (list.data.length > MOST_OWN_QUESTIONS)
    throw new RangeError(
      `${file} has ${list.data.length} questions; ${MOST_OWN_QUESTIONS} are the most in a handout.`,
    );
  return list.data.map((one, at) => {
    const parsed = ownQuestionSchema.safeParse(one);
    if (parsed.success) return parsed.data;
    throw new RangeError(`${file}, question ${at + 1}: ${questionFault(parsed.error)}`);
  });
}

function questionFault({ issues }: z.ZodError): string {
  const [issue] = issues;
  const field = Object.entries(FIELDS).find(([name]) => name === issue?.path[0]);
  if (field) return `“${field[0]}” has to be ${field[1]}.`;
  const names = Object.keys(FIELDS).join(', ');
  if (issue?.code === 'unrecognized_keys')
    return `there is no field “${issue.keys.join('”, “')}”. Its fields are ${names}.`;
  return `it has to have the fields ${names}.`;
}

/** @throws RangeError which names what there is */
export function checkSections(article: string, chosen: readonly string[], there: readonly string[]): void {
  const stray = chosen.find((section) => !there.includes(section));
  if (stray !== undefined)
    throw new RangeError(
      `--sections: “${stray}” is no section of ${article}. Its sections are: ${there.join(', ')}.`,
    );
}

/** @throws RangeError which names what there is */
export function checkWithoutQuestions(chosen: readonly string[], there: readonly string[]): void {
  const stray = chosen.find((question) => !there.includes(question));
  if (stray === undefined) return;
  const all = there.length > 0 ? `Its questions are: ${there.join(', ')}.` : 'It has none.';
  throw new RangeError(
    `--without-questions: the library does not ask “${stray}” about what was chosen. ${all}`,
  );
}
