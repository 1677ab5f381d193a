/** From a request to finished files, for shells and the terminal: the library composes, a printer makes. */
import { fold } from '../core/text/fold';
import type { Handout, HandoutFormat, HandoutRequest } from '../shared/contract';
import { AppError } from '../shared/errors';
import type { LibraryClient } from './client';
import type { HandoutPrinter, Made, MakeOptions } from './printing/printer';

export const MEDIA_TYPES: Readonly<Record<HandoutFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
};

/** @throws AppError as the library's answer has it */
export async function composeHandout(
  library: Pick<LibraryClient, 'call'>,
  request: HandoutRequest,
): Promise<Handout> {
  const answer = await library.call('handout.compose', request);
  if (!answer.ok) throw AppError.fromReport(answer.error);
  return answer.value as Handout;
}

/** As a window gets it. @throws as the library and the printer do */
export async function previewHandout(
  library: Pick<LibraryClient, 'call'>,
  printer: Pick<HandoutPrinter, 'preview'>,
  request: HandoutRequest,
  signal: AbortSignal,
) {
  const { bytes, pages, isFinal } = await printer.preview(await composeHandout(library, request), { signal });
  return { state: 'done' as const, pdf: Buffer.from(bytes).toString('base64'), pages, isFinal };
}

/** `masakra-e-izbices.pdf`: the title in plain letters, which every file system and mail program takes. */
export function handoutFileName({ title }: Pick<Handout, 'title'>, as: HandoutFormat = 'pdf'): string {
  const plain = fold(title)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
  return `${plain || 'paralel'}.${as}`;
}

/** `name-2.pdf` where `name.pdf` is taken. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  const dot = name.lastIndexOf('.');
  for (let number = 2, free = name; ; number += 1) {
    if (!isTaken(free)) return free;
    free = `${name.slice(0, dot)}-${number}${name.slice(dot)}`;
  }
}

export interface Wanted {
  request: HandoutRequest;
  as: HandoutFormat;
  /** A file for every article. */
  apart: boolean;
}

/**
 * Makes the files one after the other and hands each on as soon as it is made. All are composed before the first is
 * made, so that an article that cannot be printed is told of before anything is written.
 * @param compose asks the library
 * @param onProgress of one file its steps, of several the files
 * @throws AppError as the library and the printer do; the signal's reason
 */
export async function makeFiles(
  { request, as, apart }: Wanted,
  compose: (request: HandoutRequest) => Promise<Handout>,
  printer: () => Promise<Pick<HandoutPrinter, 'make'>>,
  put: (name: string, made: Made) => Promise<void>,
  { signal, onProgress }: MakeOptions = {},
): Promise<{ files: number; pages: number }> {
  if (!apart || request.articles.length === 1) {
    const handout = await compose(request);
    signal?.throwIfAborted();
    const made = await (await printer()).make(handout, as, { signal, onProgress });
    await put(handoutFileName(handout, as), made);
    return { files: 1, pages: made.pages };
  }
  const requests = request.articles.map((article) => requestOf(request, article));
  for (const one of requests) {
    await compose(one);
    signal?.throwIfAborted();
  }
  let pages = 0;
  for (const [at, one] of requests.entries()) {
    onProgress?.(at, requests.length);
    const handout = await compose(one);
    const made = await (await printer()).make(handout, as, { signal });
    signal?.throwIfAborted();
    await put(handoutFileName(handout, as), made);
    pages += made.pages;
  }
  onProgress?.(requests.length, requests.length);
  return { files: requests.length, pages };
}

/** Own questions go with their article; those of none with each. The title is each article's own. */
function requestOf(request: HandoutRequest, article: HandoutRequest['articles'][number]): HandoutRequest {
  const own = request.questions.own.filter((question) => (question.article ?? article.id) === article.id);
  return { ...request, title: '', articles: [article], questions: { ...request.questions, own } };
}
