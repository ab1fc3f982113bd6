import { useReactFlow } from '@xyflow/react';
import { type DragEvent, useCallback, useEffect, useMemo, useState } from 'react';
import { addNewResource, endpointsIn, homeIn, legalPlaces } from '#commands';
import type { Point } from '#drawing';
import {
  childrenOf,
  findOfKind,
  findResource,
  type ResourceId,
  type ResourceKind,
  resourceKinds,
} from '#model';
import { useAppState, useAppStore, useCommandContext } from '#ui';
import { boxAt, type DropVerdict, thingAt, verdictAt } from './drop/place.ts';
import { type DropTarget, isSameTarget } from './drop/target.ts';
import { sceneStoreOf } from './scene-store.ts';
import { isNetwork } from './to-flow.ts';
import { offerOf, useRefusal } from './use-refusal.ts';

/** What the palette writes into a drag. */
const kindFormat = 'application/x-isoplan-kind';
/** What it writes where a note is dragged, which may lie anywhere. */
const noteFormat = 'application/x-isoplan-note';

type LegalDrop = DropVerdict & { readonly outcome: 'legal' };

/** A new node's size until the layout has given it its own. */
const size = { width: 150, height: 44 };

const kindOf = (event: DragEvent): ResourceKind | undefined => {
  const name = event.dataTransfer.getData(kindFormat);
  return resourceKinds.find((kind) => kind === name);
};

/** Takes what is dragged in from the palette: legal drops are one edit, the others change nothing and say why. */
export function usePaletteDrop() {
  const context = useCommandContext();
  const app = useAppStore();
  const placing = useAppState((state) => state.placing);
  const [over, setOver] = useState<DropTarget | undefined>();
  const { screenToFlowPosition } = useReactFlow();
  const { refuse, settle } = useRefusal();

  const judge = useCallback(
    (event: DragEvent, kind: ResourceKind) => {
      const point = screenToFlowPosition({ x: event.clientX, y: event.clientY });
      return {
        point,
        verdict: verdictAt(sceneStoreOf(app).getState().scene, app.getState().design, [kind], point),
      };
    },
    [app, screenToFlowPosition],
  );

  const aboutAt = useCallback(
    (event: DragEvent) => {
      const at = screenToFlowPosition({ x: event.clientX, y: event.clientY });
      return { at, about: thingAt(sceneStoreOf(app).getState().scene, app.getState().design, at) };
    },
    [app, screenToFlowPosition],
  );

  const add = useCallback(
    (
      kind: ResourceKind,
      point: Point,
      { container, item, newSubnetName, attachTo, isBeside = false }: LegalDrop,
    ) => {
      const parent = container?.id;
      // The new subnet is arranged, and what is in it with it.
      if (newSubnetName !== undefined) return addNewResource(context, kind, { parent, newSubnetName });
      if (attachTo !== undefined) return addNewResource(context, kind, { parent, attachTo });
      // The first thing in a network or a subnet has the whole of it: a place by hand would only set it askew.
      const isFirst =
        container !== undefined &&
        container.kind !== 'region' &&
        childrenOf(app.getState().design, container.id).length === 0;
      const box = isBeside || isFirst ? undefined : boxAt(point, item, size, isNetwork(container?.kind));
      return addNewResource(context, kind, { parent }, box);
    },
    [app, context],
  );

  const onDragOver = useCallback(
    (event: DragEvent) => {
      const show = (next: DropTarget) => setOver((past) => (past && isSameTarget(past, next) ? past : next));
      const kind = app.getState().placing;
      if (event.dataTransfer.types.includes(noteFormat)) {
        event.preventDefault();
        show({
          kinds: [],
          isNote: true,
          about: aboutAt(event).about,
          at: { x: event.clientX, y: event.clientY },
        });
      }
      if (!event.dataTransfer.types.includes(kindFormat) || kind === undefined) return;
      // Also over illegal ground: a drop that the browser cancels could not say why.
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      const { verdict } = judge(event, kind);
      show({ kinds: [kind], verdict, at: { x: event.clientX, y: event.clientY } });
    },
    [app, aboutAt, judge],
  );

  const onDragLeave = useCallback((event: DragEvent) => {
    const into = event.relatedTarget;
    if (!(into instanceof Node) || !event.currentTarget.contains(into)) setOver(undefined);
  }, []);

  const onDrop = useCallback(
    (event: DragEvent) => {
      if (event.dataTransfer.types.includes(noteFormat)) {
        event.preventDefault();
        setOver(undefined);
        const { at, about } = aboutAt(event);
        // Beside what it is about, whose name it would cover.
        app.getState().setView({ drafting: about ? { attachedTo: about.id } : { at } });
        return;
      }
      const kind = kindOf(event) ?? app.getState().placing;
      if (kind === undefined) return;
      event.preventDefault();
      const { point, verdict: final } = judge(event, kind);
      setOver(undefined);
      app.getState().setView({ placing: undefined });
      // Keys go on from where the hand is, not from the row of the palette that it began at.
      context.browser.focus('canvas');
      if (final.outcome === 'refused') {
        const { design } = app.getState();
        const place = findResource(design, final.nearest?.resource);
        const legal =
          homeIn(design, kind, place) ??
          legalPlaces(kind, design).find(({ parent }) => place && parent === place.id);
        const over = findOfKind(design, final.item?.resource, 'subnet');
        const endpoints = over && endpointsIn(kind, over);
        const put = (served?: ResourceId) => () =>
          addNewResource(context, kind, {
            ...legal,
            parent: legal?.parent,
            ...(served && { endpointsIn: served }),
          });
        const there = place && legal && offerOf(place, put());
        const served = there && endpoints !== undefined ? put(over?.id) : undefined;
        refuse(
          final.reason,
          [
            ...(there ? [there] : []),
            ...(there && served ? [{ label: `${there.label}, with ${endpoints}`, put: served }] : []),
          ],
          final.item?.resource,
        );
        return;
      }
      void add(kind, point, final).then((reason) => {
        if (reason === undefined) settle();
        else refuse(reason);
      });
    },
    [app, context, aboutAt, add, judge, refuse, settle],
  );

  // What was refused before is no answer to what is in the hand now.
  useEffect(() => {
    if (placing) settle();
    setOver(undefined);
  }, [placing, settle]);
  const target = useMemo(
    () =>
      placing
        ? over?.kinds.includes(placing)
          ? over
          : { kinds: [placing] }
        : over?.isNote
          ? over
          : undefined,
    [placing, over],
  );
  const handlers = useMemo(() => ({ onDragOver, onDragLeave, onDrop }), [onDragOver, onDragLeave, onDrop]);
  return { target, handlers };
}
