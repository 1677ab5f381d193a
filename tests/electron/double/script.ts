/** Scripts that the application runs in a page's own world. */
import type { Tab } from './chromium/tab.ts';
import { engineFor } from './registry.ts';
import { decode } from './wire.ts';

/** Answers with a clone of the result, as Electron does; what cannot be cloned rejects. */
export async function runScript(
  { mainFrame, session }: Tab,
  code: string,
  userGesture: boolean,
): Promise<unknown> {
  const contextId = mainFrame.contexts.get('');
  const where = contextId === undefined ? {} : { contextId };
  const ran = await session.send('Runtime.evaluate', {
    expression: code,
    awaitPromise: true,
    userGesture,
    ...where,
  });
  if (ran.exceptionDetails)
    throw failure(ran.exceptionDetails.exception?.description ?? ran.exceptionDetails.text);
  const { objectId, value, unserializableValue } = ran.result;
  const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
    functionDeclaration: `(value) => ${engineFor('executeJavaScript').pageScript}.encode(value)`,
    arguments: [
      objectId ? { objectId } : unserializableValue ? { unserializableValue } : { value: value as unknown },
    ],
    ...(contextId === undefined ? { objectId: objectId ?? '' } : { executionContextId: contextId }),
    returnByValue: true,
  });
  if (exceptionDetails) throw failure(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return decode(String(result.value));
}

/** The sentence without the stack that the protocol puts after it. */
function failure(description: string): Error {
  return new Error(description.split('\n')[0]?.replace(/^Error: /u, ''));
}
