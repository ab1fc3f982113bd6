import { describe, expect, it } from 'vitest';
import { emptyDesign } from '#model';
import { commandContext, design } from '#testing';
import { openFiles } from './open-files.ts';

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

  it.each([
    ['Untitled design', 'Untitled-design.isoplan.json', 'Untitled design'],
    ['Untitled design', 'Untitled-design (1).isoplan.json', 'Untitled design'],
    ['Untitled design', 'Fraud platform.isoplan.json', 'Fraud platform'],
    ['Untitled design 4', 'fraud.png', 'fraud'],
    ['Fraud', 'another name.json', 'Fraud'],
    ['claims', 'claims.json', 'claims'],
    ['', '.json', 'Untitled design'],
  ])(
    'calls %j from %s by its own name, whatever else is kept, and one that nobody named by its file',
    async (name, fileName, wanted) => {
      const context = commandContext(emptyDesign('before'), {
        importFiles: async () => ({ ok: true, design: { ...other, name }, notes: [] }),
      });
      const kept = ['Untitled design', 'claims'].map((one) => ({
        key: one,
        name: one,
        savedAt: 0,
        errors: 0,
        warnings: 0,
        passed: 0,
      }));
      context.store.getState().setView({ recentDesigns: kept });
      await openFiles(context, [new File(['{}'], fileName)]);
      expect(context.store.getState().design.name).toBe(wanted);
    },
  );

  it('keeps what was accepted where a newer export of the same estate is opened', async () => {
    const vault = { azureId: '/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/kv' };
    const estate = design().add('key-vault', 'kv', undefined, vault).incomplete();
    const context = commandContext(estate.accept('f').build(), {
      importFiles: async () => ({ ok: true, design: estate.build(), notes: [] }),
    });
    await openFiles(context, [file]);
    const { design: now, notice } = context.store.getState();
    expect(now.accepted.map(({ fingerprint }) => fingerprint)).toEqual(['f']);
    expect(notice?.text).toContain('1 accepted finding');
  });

  it('leaves what is on screen where it was cancelled meanwhile', async () => {
    const context = commandContext(emptyDesign('before'), {
      importFiles: async (_, signal) => {
        context.store.getState().busy?.cancel();
        expect(signal?.aborted).toBe(true);
        return { ok: true, design: other, notes: [] };
      },
    });
    await openFiles(context, [file]);
    expect(context.store.getState().design.name).toBe('before');
    expect(context.store.getState().notice).toBeUndefined();
  });
});
