import type { IncomingMessage } from 'node:http';
import { AppError } from '../shared/errors';

/** @throws AppError 'body.too-large' | 'body.not-json' */
export async function readJson(request: IncomingMessage, limit: number): Promise<unknown> {
  const chunks: Buffer[] = [];
  let length = 0;
  // Left in the middle, the request would take its connection down while the refusal is still going out on it.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > limit) throw new AppError('body.too-large', { limit });
    chunks.push(chunk);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks));
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError('body.not-json', { detail: (cause as Error).message }, { cause });
  }
}
