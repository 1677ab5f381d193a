/** The DevTools protocol's types. Playwright has them and does not export them. */
import type { Protocol } from '../../../../node_modules/playwright-core/types/protocol';

export type { Protocol };
export type Commands = Protocol.CommandParameters;
export type Answers = Protocol.CommandReturnValues;
export type Events = Protocol.Events;
