import { join } from 'node:path';
import type { Io } from './io.ts';
import { codeOf } from './open-design.ts';
import { UsageFault } from './usage-fault.ts';

interface NamedContent {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * Writes files and returns where they are. OUT is the name of a single file, or the folder for several;
 * without it they are written where the program runs, under names of their own.
 */
export async function writeTo(
  out: string | undefined,
  files: readonly NamedContent[],
  io: Io,
): Promise<readonly string[]> {
  const isFolder = out !== undefined && (files.length > 1 || /[\\/]$/.test(out) || (await io.isFolder(out)));
  const paths: string[] = [];
  for (const { path, content } of files) {
    const name = safeName(path);
    const target = out === undefined ? name : isFolder ? join(out, name) : out;
    try {
      await io.writeFile(target, content);
    } catch (error) {
      throw new UsageFault(
        `${target}: it could not be written${codeOf(error) === '' ? '' : ` (${codeOf(error)})`}.`,
      );
    }
    paths.push(target);
  }
  return paths;
}

/** A file name that stays in its folder, whatever the design is called. */
const safeName = (path: string): string =>
  path.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-').replace(/^\.+/, '') || 'design';
