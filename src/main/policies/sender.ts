/** Who may call over IPC. */
import type { WebFrameMain } from 'electron';
import { isAppAddress } from './address';

/** Null where the frame has gone meanwhile; a frame within a page is not the page (checklist, 17). */
export function mayCall(frame: Pick<WebFrameMain, 'url' | 'parent'> | null): boolean {
  return frame !== null && frame.parent === null && isAppAddress(frame.url);
}
