/** From a request to the finished handout, for the two shells: the library composes it, a browser prints it. */
import { fold } from '../core/text/fold';
import type { Handout, HandoutRequest } from '../shared/contract';
import { AppError } from '../shared/errors';
import type { LibraryClient } from './client';

/** @throws AppError as the library's answer has it */
export async function composeHandout(
  library: Pick<LibraryClient, 'call'>,
  request: HandoutRequest,
): Promise<Handout> {
  const answer = await library.call('handout.compose', request);
  if (!answer.ok) throw AppError.fromReport(answer.error);
  return answer.value as Handout;
}

/** `masakra-e-izbices.pdf`: the title in plain letters, which every file system and mail program takes. */
export function handoutFileName({ title }: Pick<Handout, 'title'>): string {
  const plain = fold(title)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
  return `${plain || 'paralel'}.pdf`;
}
