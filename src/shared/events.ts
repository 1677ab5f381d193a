/** What a shell tells its windows without being asked. Carried by the preload bridge or by the host's socket. */
import { z } from 'zod';
import { COMMAND_NAMES } from './commands';
import { givenFileSchema } from './exchange';
import { reasonSchema } from './reason';
import { noticeSchema, settingsSchema } from './views';

export const shellEventSchema = z.discriminatedUnion('type', [
  /** Chosen from a menu. */
  z.strictObject({ type: z.literal('command'), command: z.enum(COMMAND_NAMES) }),
  /** A `paralel:` link, or an entry of a menu: a path of the window's router. */
  z.strictObject({ type: z.literal('go'), path: z.string() }),
  /** Another window changed them. */
  z.strictObject({ type: z.literal('settings'), settings: settingsSchema }),
  /** Another window changed names or mentions. */
  z.strictObject({ type: z.literal('names') }),
  /** Another window changed notes. */
  z.strictObject({ type: z.literal('notes') }),
  /** What was read has been forgotten. */
  z.strictObject({ type: z.literal('history') }),
  /** Private reading was switched on or off. */
  z.strictObject({ type: z.literal('private'), isPrivate: z.boolean() }),
  /** The notebook was restored or recovered: all that a window knows of it is to be asked again. */
  z.strictObject({ type: z.literal('notebook') }),
  /** Presets or kept handouts were changed in another window. */
  z.strictObject({ type: z.literal('handouts') }),
  /** How far something is that this window has begun; `total` 0 where that is not known. */
  z.strictObject({ type: z.literal('progress'), job: z.string(), done: z.int(), total: z.int() }),
  /** Given to the program by the system, as if they had been let fall on this window. */
  z.strictObject({ type: z.literal('files'), files: z.array(givenFileSchema) }),
  /** Something that the system asked for could not be done. */
  z.strictObject({ type: z.literal('failed'), reason: reasonSchema }),
  z.strictObject({ type: z.literal('notice'), notice: noticeSchema.omit({ message: true }) }),
  /** The window is to be closed: call `shell.finishing`, finish what is unsaved, then call `shell.leave`. */
  z.strictObject({ type: z.literal('closing') }),
]);
export type ShellEvent = z.infer<typeof shellEventSchema>;
