/** The window's end of the contract: over the preload bridge in Electron, over loopback HTTP in a browser. */
import type { Call, Input, Method, Output } from '../shared/contract';
import { AppError } from '../shared/errors';
import type { Answer } from '../shared/router';
import { type EventListener, listenToHost, windowName } from './host-events';

/** What the preload script puts into the page; see src/preload. */
export interface Bridge {
  call(method: string, input: unknown): Promise<Answer>;
  /** One listener; what came before it is kept for it. */
  onEvent(listener: EventListener): void;
}

declare global {
  interface Window {
    readonly paralel?: Bridge;
  }
}

async function overHttp(method: string, input: unknown): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(`call/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'paralel-window': windowName },
      body: JSON.stringify(input),
      // What is kept on leaving reaches its end although the page is being closed.
      keepalive: document.visibilityState === 'hidden',
    });
  } catch (cause) {
    throw new AppError('host.gone', {}, { cause });
  }
  wake?.();
  return (await response.json()) as Answer;
}

const listeners = new Set<EventListener>();
/** Once somebody listens: tells whoever carries the events that the host has answered. */
let wake: (() => void) | undefined;

/** Hears what the shell tells its windows, until the returned function is called. */
export function onEvent(listener: EventListener): () => void {
  listeners.add(listener);
  wake ??= listen((event) => listeners.forEach((one) => one(event)));
  return () => void listeners.delete(listener);
}

function listen(tell: EventListener): () => void {
  if (!window.paralel) return listenToHost(tell);
  window.paralel.onEvent(tell);
  return () => {};
}

const send = window.paralel ? window.paralel.call : overHttp;

/** Questions asked before those who need the answers were there. */
const ahead = new Map<string, Promise<Answer>>();
const questionOf = (method: string, input: unknown): string => `${method} ${JSON.stringify(input)}`;

/** Asks now what `call` will soon ask; the answer is good for one call. */
export async function askAhead<M extends Method>(method: M, input: Input<M>): Promise<Output<M> | undefined> {
  const answer = send(method, input);
  ahead.set(questionOf(method, input), answer);
  // Who calls is told of a failure; nobody else needs to be.
  const given = await answer.catch(() => undefined);
  return given?.ok ? (given.value as Output<M>) : undefined;
}

/**
 * Asks the library or the shell. Rejects with an AppError only.
 * The input is copied to plain data first: a reactive proxy cannot be cloned to another process.
 */
export const call: Call = async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
  const question = questionOf(method, input);
  const early = ahead.get(question);
  ahead.delete(question);
  const answer = await (early ?? send(method, JSON.parse(JSON.stringify(input))));
  if (!answer.ok) throw AppError.fromReport(answer.error);
  return answer.value as Output<M>;
};
