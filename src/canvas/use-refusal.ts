import { useMemo } from 'react';
import { refusal } from '#commands';
import { placeName } from '#drawing';
import type { Resource, ResourceId } from '#model';
import { useAppStore } from '#ui';

/** The nearest place that is legal, and how to put there what was dropped; tells why where that is refused, too. */
interface Offer {
  readonly place: Resource;
  put(): string | undefined;
}

/**
 * Tells the person why a drop was refused and offers the nearest legal place; that stays until it is closed or the next
 * drag begins.
 */
export function useRefusal() {
  const app = useAppStore();
  return useMemo(() => {
    const settle = () => {
      const { notice, setView } = app.getState();
      if (notice?.tone === refusal.tone) setView({ notice: undefined });
    };
    const refuse = (reason: string, offer?: Offer, at?: ResourceId) => {
      const put = () => {
        const again = offer?.put();
        if (again === undefined) settle();
        else refuse(again, undefined, offer?.place.id);
      };
      const actions = offer ? [{ label: `Put it in ${placeName(offer.place)}`, run: put }] : [];
      app.getState().setView({ notice: { ...refusal, text: reason, actions, at } });
    };
    return { refuse, settle };
  }, [app]);
}
