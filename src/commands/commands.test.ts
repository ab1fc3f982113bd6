import { describe, expect, it, vi } from 'vitest';
import { arrangedBoxes } from '#drawing';
import { type Design, edits, emptyDesign, findResource, type ResourceId, resourcesOfKind } from '#model';
import { check } from '#rules';
import { commandContext, design, isolatedWorkspace } from '#testing';
import { addNow } from './adding.ts';
import { allCommands } from './all-commands.ts';
import { fixAllErrors, fixFinding } from './apply-fixes.ts';
import { keycapsOf, keysOf } from './bind-shortcuts.ts';
import { connectEndpoint, openConnections } from './connect-endpoint.ts';
import { showWhole, zoomIn, zoomOut, zoomToActual } from './look.ts';
import { moveTo, placesToMove } from './move-to.ts';
import { newDesign } from './new-design.ts';
import { legalPlaces } from './new-resource.ts';
import { openDamaged } from './open-blueprint.ts';
import { openFiles } from './open-files.ts';

const id = (text: string) => text as ResourceId;
const today = '2026-11-23';

const twoSubnets = () =>
  design()
    .virtualNetwork('vnet', '10.0.0.0/16')
    .subnet('snet', 'vnet', '10.0.0.0/24')
    .subnet('AzureFirewallSubnet', 'vnet', '10.0.1.0/26');

describe('commands', () => {
  it('have names and keys of their own', () => {
    const ids = allCommands.map((command) => command.id);
    const keys = allCommands.flatMap(keysOf).map((key) => key.toLowerCase());
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('show their keys as each system names them', () => {
    expect(keycapsOf('$mod+Shift+z', false)).toEqual(['Ctrl', 'Shift', 'Z']);
    expect(keycapsOf('$mod+z', true)).toEqual(['⌘', 'Z']);
    expect(keycapsOf('Shift+?', false)).toEqual(['?']);
    expect(keycapsOf('+', false)).toEqual(['+']);
    expect(keycapsOf('Shift+Digit1', false)).toEqual(['Shift', '1']);
  });

  it('start a blank design with a region to draw in and no history', () => {
    const places: string[] = [];
    const context = commandContext(emptyDesign('before'), { focus: (place) => places.push(place) });
    newDesign.run(context);
    expect(resourcesOfKind(context.store.getState().design, 'region')).toHaveLength(1);
    expect(context.store.temporal.getState().pastStates).toHaveLength(0);
    expect(places).toEqual(['canvas']);
  });
});

describe('zooming', () => {
  it('is not to be had where only the outline is shown, and says so', () => {
    const { store } = commandContext(twoSubnets().build());
    for (const command of [zoomIn, zoomOut, zoomToActual, showWhole]) {
      expect([command.isEnabled?.(store.getState()), command.obstacle?.(store.getState())]).toEqual([
        true,
        undefined,
      ]);
      store.getState().setView({ isSmall: true, middle: undefined });
      expect(command.isEnabled?.(store.getState())).toBe(false);
      expect(command.obstacle?.(store.getState())).toBe('only the outline is shown');
      store.getState().setView({ middle: 'drawing' });
    }
  });
});

describe('a damaged design', () => {
  it('stands as it stood, with the place of what is missing left free', () => {
    const whole = isolatedWorkspace().build();
    const endpoint = resourcesOfKind(whole, 'private-endpoint')[0];
    if (!endpoint) throw new Error('There is no endpoint');
    const context = commandContext(emptyDesign('before'));
    openDamaged(context, edits.removeResource(whole, endpoint.id), whole);
    const { layout } = context.store.getState().design;
    const before = arrangedBoxes(whole);
    expect(layout[endpoint.id]).toBeUndefined();
    expect(layout).toEqual(Object.fromEntries(Object.keys(layout).map((key) => [key, before[key]])));
  });
});

describe('adding', () => {
  it('gives a network the next free range, and a subnet the next in its network', () => {
    const context = commandContext(twoSubnets().build());
    const region = resourcesOfKind(context.store.getState().design, 'region')[0]?.id;
    expect(addNow(context, 'virtual-network', { parent: region })).toBeUndefined();
    expect(addNow(context, 'subnet', { parent: id('vnet') })).toBeUndefined();
    const { design: after, lastEdit } = context.store.getState();
    expect(findResource(after, id('new-1'))).toMatchObject({
      name: 'vnet-1',
      addressPrefixes: ['10.1.0.0/16'],
    });
    expect(findResource(after, id('new-2'))).toMatchObject({
      name: 'snet-1',
      addressPrefixes: ['10.0.2.0/24'],
    });
    expect(lastEdit).toBe('add subnet snet-1');
  });

  it('refuses an illegal place with the reason, and changes nothing', () => {
    const context = commandContext(twoSubnets().build());
    const before = context.store.getState().design;
    expect(addNow(context, 'storage-account', { parent: id('snet') })).toContain('private endpoint');
    expect(context.store.getState().design).toBe(before);
  });

  it('makes the subnet that Azure wants under a fixed name', () => {
    const context = commandContext(twoSubnets().build());
    const [place] = legalPlaces('bastion', context.store.getState().design);
    expect(place?.title).toBe('Add with a new AzureBastionSubnet to vnet');
    expect(place && addNow(context, 'bastion', place)).toBeUndefined();
    const { design: after } = context.store.getState();
    const subnet = resourcesOfKind(after, 'subnet').find((one) => one.name === 'AzureBastionSubnet');
    expect(resourcesOfKind(after, 'bastion')[0]?.parent).toBe(subnet?.id);
    expect(context.store.temporal.getState().pastStates).toHaveLength(1);
  });

  it('offers no subnet that Azure keeps for another service', () => {
    const titles = legalPlaces('compute-cluster', twoSubnets().build()).map((place) => place.title);
    expect(titles).toEqual(['Add to snet', 'Add to West Europe, in a network that Azure hosts']);
  });

  it('says that a peering needs another network', () => {
    const context = commandContext(twoSubnets().build());
    expect(addNow(context, 'virtual-network-peering', { parent: id('vnet') })).toContain('two');
  });
});

describe('moving', () => {
  it('moves into legal containers only, never into itself or into what Azure keeps for another service', () => {
    const start = twoSubnets()
      .subnet('scoring', 'vnet', '10.0.2.0/24')
      .add('compute-cluster', 'cluster', 'snet')
      .build();
    const context = commandContext(start);
    const cluster = resourcesOfKind(start, 'compute-cluster')[0];
    const places = cluster ? placesToMove(start, cluster) : [];
    expect(places.map((place) => place.name)).toEqual(['scoring', 'westeurope']);
    moveTo(context, id('cluster'), id('AzureFirewallSubnet'));
    expect(context.store.getState().notice?.text).toBe('Azure keeps AzureFirewallSubnet for Azure Firewall.');
    expect(findResource(context.store.getState().design, id('cluster'))?.parent).toBe('snet');
    moveTo(context, id('cluster'), id('scoring'));
    expect(findResource(context.store.getState().design, id('cluster'))?.parent).toBe('scoring');
  });
});

describe('opening', () => {
  const file = (size: number) => ({ name: 'estate.json', size, text: async () => '[]' }) as File;

  it('refuses what no browser tab can hold, without reading it', async () => {
    const importFiles = vi.fn();
    const context = commandContext(emptyDesign('a'), { importFiles });
    await openFiles(context, [file(150 * 2 ** 20), file(60 * 2 ** 20)]);
    expect(importFiles).not.toHaveBeenCalled();
    expect(context.store.getState().notice?.text).toContain('210 MB');
  });

  it('gives what is begun anew a name of its own among what is kept', async () => {
    const context = commandContext(emptyDesign('a'));
    const kept = ['Untitled design', 'Untitled design 2'].map((name) => ({
      key: name,
      name,
      savedAt: 0,
      errors: 0,
      warnings: 0,
      passed: 0,
    }));
    context.store.getState().setView({ recentDesigns: kept });
    newDesign.run(context);
    expect(context.store.getState().design.name).toBe('Untitled design 3');
  });

  it('keeps the design on screen when a file is refused', async () => {
    const context = commandContext(emptyDesign('a'), {
      importFiles: async () => ({ ok: false, error: 'This is not JSON.' }),
    });
    await openFiles(context, [file(10)]);
    expect(context.store.getState()).toMatchObject({
      design: { name: 'a' },
      busy: undefined,
      notice: { tone: 'error', text: 'This is not JSON.' },
    });
  });

  it('shows what a file brought that the design does not hold', async () => {
    const notes = [{ what: 'thing', because: 'unknown' }];
    const context = commandContext(emptyDesign('a'), {
      importFiles: async () => ({ ok: true, design: emptyDesign('b'), notes }),
    });
    await openFiles(context, [file(10)]);
    expect(context.store.getState()).toMatchObject({
      design: { name: 'b' },
      openingNotes: notes,
      notice: { details: notes },
    });
  });
});

describe('fixing', () => {
  const broken = () => {
    const whole = isolatedWorkspace().build();
    const endpoint = resourcesOfKind(whole, 'private-endpoint')[0];
    return { ...whole, resources: whole.resources.filter((one) => one !== endpoint) };
  };

  it('applies one offer as one step that undo takes back', async () => {
    const start = broken();
    const context = commandContext(start);
    const finding = check(start, { today }).findings.find((one) => one.fixes.length > 0);
    if (!finding) throw new Error('The broken design has nothing to fix');
    await fixFinding(context, finding);
    const after = context.store.getState().design;
    expect(check(after, { today }).findings.map((one) => one.fingerprint)).not.toContain(finding.fingerprint);
    context.store.temporal.getState().undo();
    expect(context.store.getState().design).toBe(start);
  });

  it('says so when there is nothing to fix any more', async () => {
    const start = broken();
    const finding = check(start, { today }).findings.find((one) => one.fixes.length > 0);
    const context = commandContext(emptyDesign('other'));
    if (finding) await fixFinding(context, finding);
    expect(context.store.getState().notice?.title).toBe('Nothing to fix any more');
  });

  it('fixes all errors in one step', async () => {
    const context = commandContext(broken());
    const errors = (of: Design) =>
      check(of, { today }).findings.filter((one) => one.severity === 'error' && one.fixes.length > 0).length;
    expect(errors(context.store.getState().design)).toBeGreaterThan(0);
    await fixAllErrors.run(context);
    expect(errors(context.store.getState().design)).toBe(0);
    expect(context.store.temporal.getState().pastStates).toHaveLength(1);
  });
});

describe('connecting an endpoint', () => {
  it('offers what nobody serves, and names a new endpoint after it in one step', () => {
    const start = twoSubnets().build();
    const region = resourcesOfKind(start, 'region')[0]?.id;
    const context = commandContext(start);
    addNow(context, 'storage-account', { parent: region });
    const subnet = resourcesOfKind(start, 'subnet')[0]?.id;
    addNow(context, 'private-endpoint', { parent: subnet });
    const { design: before, selection } = context.store.getState();
    const [blob] = openConnections(before);
    expect(openConnections(before).map(({ groupId }) => groupId)).toEqual(['blob', 'file']);
    if (!blob || !selection) throw new Error('Nothing to connect');
    connectEndpoint(context, selection, blob);
    const after = context.store.getState().design;
    expect(findResource(after, selection)).toMatchObject({
      name: 'pep-stml1-blob',
      target: blob.service.id,
      groupIds: ['blob'],
    });
    expect(openConnections(after).map(({ groupId }) => groupId)).toEqual(['file']);
    context.store.temporal.getState().undo();
    expect(context.store.getState().design).toBe(before);
  });
});
