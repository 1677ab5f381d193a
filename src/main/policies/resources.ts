import { join } from 'node:path';

/** The first library: beside the packed code, not within it, because the library process opens it by its path. */
export function firstLibrary(where: { isPackaged: boolean; resourcesPath: string; built: string }): string {
  return where.isPackaged
    ? join(where.resourcesPath, 'library')
    : join(where.built, '../../resources/library');
}
