import { describe, expect, it } from 'vitest';
import { emptyDesign } from '#model';
import { commandContext } from '#testing';
import { cancelOpening, openFiles } from './open-files.ts';

const file = new File(['{}'], 'large.json');
const other = { ...emptyDesign('opened'), source: { format: 'isoplan', complete: true } as const };

describe('opening files', () => {
  it('puts what was read on screen', async () => {
    const context = commandContext(emptyDesign('before'), {
      importFiles: async () => ({ ok: true, design: other, notes: [] }),
    });
    await openFiles(context, [file]);
    expect(context.store.getState().design.name).toBe('opened');
    expect(context.store.getState().busy).toBeUndefined();
  });

  it('leaves what is on screen where it was cancelled meanwhile', async () => {
    const context = commandContext(emptyDesign('before'), {
      importFiles: async () => {
        cancelOpening(context);
        return { ok: true, design: other, notes: [] };
      },
    });
    await openFiles(context, [file]);
    expect(context.store.getState().design.name).toBe('before');
    expect(context.store.getState().notice).toBeUndefined();
  });
});
