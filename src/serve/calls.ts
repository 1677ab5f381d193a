/** A call of the contract, from a request that has been let in to its answer. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Settings } from '../shared/contract';
import { AppError, toReport } from '../shared/errors';
import type { Answer } from '../shared/router';
import { toldAfter } from '../shared/policies/told';
import { has } from '../shared/traits';
import { failed, HANG_UP, sendAnswer, sendText } from './answers';
import { readJson } from './body';
import { refuseBody, type RequestHead, windowOf } from './guards';
import type { HostParts } from './host';
import type { Queue } from './queue';

export interface CallParts extends Pick<HostParts, 'library' | 'shell' | 'windows' | 'privacy'> {
  /** Bytes: of a call, and of one that may hold a file. */
  bodyLimit: number;
  fileLimit: number;
  /** For the library, which answers one call after the other. */
  inTurn: Queue;
}

/** A method's name as the contract has them; whether there is such a method, the library says. */
const METHOD_PATH = /^\/call\/([a-z]+\.[a-z-]+)$/;

export async function carry(
  path: string,
  head: RequestHead,
  request: IncomingMessage,
  response: ServerResponse,
  { library, shell, windows, privacy, bodyLimit, fileLimit, inTurn }: CallParts,
): Promise<void> {
  const method = METHOD_PATH.exec(path)?.[1];
  const limit = method !== undefined && has(method, 'takesFile') ? fileLimit : bodyLimit;
  const refusal = refuseBody(head, limit);
  if (refusal?.status === 413) return sendAnswer(response, 413, failed('body.too-large', { limit }), HANG_UP);
  if (refusal) return sendText(response, refusal.status, refusal.reason, HANG_UP);
  if (method === undefined)
    return sendAnswer(response, 404, failed('call.unknown', { method: path.slice(0, 80) }), HANG_UP);

  let input: unknown;
  try {
    input = await readJson(request, limit);
  } catch (error) {
    if (!(error instanceof AppError)) return; // The connection broke: there is nobody to tell.
    const status = error.code === 'body.too-large' ? 413 : 400;
    return sendAnswer(response, status, { ok: false, error: toReport(error) }, HANG_UP);
  }
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const answered = method.startsWith('shell.')
    ? await shell(method, input, gone.signal, windowOf(head))
    : privacy.isPrivate && has(method, 'leavesTrace')
      ? failed('reading.private')
      : await inTurn(() => library.call(method, input)).catch(refusalOf);
  sendAnswer(response, 200, answered);
  if (!answered.ok) return;
  if (method === 'settings.set')
    windows.tell({ type: 'settings', settings: answered.value as Settings }, windowOf(head));
  for (const { event, toAsker } of toldAfter(method, input))
    windows.tell(event, toAsker ? undefined : windowOf(head));
}

const refusalOf = (error: unknown): Answer => ({ ok: false, error: toReport(error) });
