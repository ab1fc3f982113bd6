import { describe, expect, it } from 'vitest';
import { edits, findResource, type ResourceId, resourcesOfKind } from '#model';
import { removalOf } from '#store';
import { commandContext, design } from '#testing';
import { redo } from './redo.ts';
import {
  cancelRemoval,
  confirmRemoval,
  removalFor,
  removalWords,
  removeSelection,
} from './remove-selection.ts';
import { undo } from './undo.ts';

const id = (text: string) => text as ResourceId;

const start = () =>
  design()
    .virtualNetwork('vnet', '10.0.0.0/16')
    .subnet('snet', 'vnet', '10.0.0.0/24')
    .add('compute-cluster', 'cluster', 'snet')
    .inRegion('network-security-group', 'nsg')
    .set('snet', { networkSecurityGroup: 'nsg' })
    .build();

describe('removing', () => {
  it('removes at once what nothing depends on', () => {
    const context = commandContext(start());
    context.store.getState().select(id('cluster'));
    removeSelection.run(context);
    const { design: after, lastEdit, selection } = context.store.getState();
    expect(findResource(after, id('cluster'))).toBeUndefined();
    expect(lastEdit).toBe('remove cluster');
    expect(selection).toBe('snet');
  });

  it('names what goes with it and what loses it, and removes nothing before a yes', () => {
    const context = commandContext(start());
    const { design: before, selectAll } = context.store.getState();
    selectAll([id('vnet'), id('nsg')]);
    removeSelection.run(context);
    expect(context.store.getState().design).toBe(before);
    expect(removalOf(context.store.getState())?.dependents).toEqual([
      { what: 'snet', because: 'It goes too: it lies in vnet.', isRemoved: true },
      { what: 'cluster', because: 'It goes too: it lies in vnet.', isRemoved: true },
    ]);
    confirmRemoval(context);
    expect(resourcesOfKind(context.store.getState().design, 'subnet')).toEqual([]);
    void undo.run(context);
    expect(context.store.getState().design).toBe(before);
    expect(context.store.getState().announcement?.text).toBe('Undone: remove 2 resources.');
  });

  it.each(['westeurope', 'note'])('selects %s again where that is taken back', (what) => {
    const noted = edits.addNote(start(), { id: id('note'), text: 'Why' });
    const context = commandContext(noted);
    context.store.getState().select(id(what));
    removeSelection.run(context);
    confirmRemoval(context);
    expect(context.store.getState().selected).toEqual([]);
    void undo.run(context);
    expect(context.store.getState().design).toBe(noted);
    expect(context.store.getState().selected).toEqual([what]);
  });

  it('asks nothing where all that goes has been chosen', () => {
    const context = commandContext(start());
    context.store.getState().selectAll([id('cluster'), id('snet'), id('vnet'), id('nsg')]);
    removeSelection.run(context);
    expect(removalOf(context.store.getState())).toBeUndefined();
    expect(context.store.getState().lastEdit).toBe('remove 4 resources');
    expect(context.store.getState().selection).toBe('westeurope');
  });

  it('names of several what each of the others loses', () => {
    const peered = design()
      .virtualNetwork('hub', '10.0.0.0/16')
      .virtualNetwork('spoke', '10.1.0.0/16')
      .add('virtual-network-peering', 'hub-to-spoke', 'hub')
      .set('hub-to-spoke', { remoteVirtualNetwork: 'spoke' })
      .inRegion('route-table', 'routes')
      .inRegion('network-security-group', 'nsg')
      .subnet('snet', 'hub', '10.0.0.0/24')
      .set('snet', { networkSecurityGroup: 'nsg', routeTable: 'routes' })
      .build();
    expect(removalFor(peered, [id('spoke'), id('nsg')])?.dependents).toEqual([
      {
        what: 'hub-to-spoke',
        because: 'It goes too: a peering with spoke means nothing without it.',
        isRemoved: true,
      },
      { what: 'snet', because: 'It stays, and no longer refers to nsg.', isRemoved: false },
    ]);
  });

  it('says who goes on without what is removed', () => {
    const context = commandContext(start());
    context.store.getState().select(id('nsg'));
    removeSelection.run(context);
    expect(removalOf(context.store.getState())?.dependents).toEqual([
      { what: 'snet', because: 'It stays, and no longer refers to nsg.', isRemoved: false },
    ]);
    cancelRemoval(context);
    expect(removalOf(context.store.getState())).toBeUndefined();
  });

  it('counts what goes and what stays apart, each once', () => {
    const words = (...ids: string[]) => {
      const removal = removalFor(start(), ids.map(id));
      return removal && removalWords(removal);
    };
    expect(words('vnet')).toEqual({ question: 'Remove vnet, and 2 things with it?', rest: undefined });
    expect(words('nsg')).toEqual({ question: 'Remove nsg?', rest: '1 thing stays without it.' });
    expect(words('vnet', 'nsg')?.question).toBe('Remove 2 resources, and 2 things with them?');
    expect(words('cluster', 'vnet')?.question).toBe('Remove 2 resources, and 1 thing with them?');
  });

  it('asks once: the same key again is no yes, and an edit takes the question back', () => {
    const context = commandContext(start());
    const { design: before, select, edit } = context.store.getState();
    select(id('nsg'));
    removeSelection.run(context);
    removeSelection.run(context);
    expect(context.store.getState().design).toBe(before);
    edit('rename', (now) => ({ ...now, name: 'another' }));
    expect(removalOf(context.store.getState())).toBeUndefined();
  });

  it('asks nothing again when the history comes back to where it asked', () => {
    const context = commandContext(start());
    const { select, edit } = context.store.getState();
    edit('rename', (now) => ({ ...now, name: 'another' }));
    select(id('nsg'));
    removeSelection.run(context);
    void undo.run(context);
    void redo.run(context);
    expect(removalOf(context.store.getState())).toBeUndefined();
  });
});
