import { useMemo } from 'react';
import { refusal } from '#commands';
import { placeName } from '#drawing';
import type { Resource, ResourceId } from '#model';
import { useAppStore } from '#ui';

/** What can be done instead; tells why where that is refused, too. */
interface Offer {
  readonly label: string;
  /** What refuses it, where it is refused, too. */
  readonly place?: ResourceId;
  put(): string | undefined | Promise<string | undefined>;
}

/** To put what was dropped in the nearest place that is legal. */
export const offerOf = (place: Resource, put: Offer['put']): Offer => ({
  label: `Put it in ${placeName(place)}`,
  place: place.id,
  put,
});

/**
 * Tells the person why a drop was refused and offers what is legal; that stays until it is closed or the next drag begins.
 */
export function useRefusal() {
  const app = useAppStore();
  return useMemo(() => {
    const settle = () => {
      const { notice, setView } = app.getState();
      if (notice?.tone === refusal.tone) setView({ notice: undefined });
    };
    const refuse = (reason: string, offers: readonly Offer[] = [], at?: ResourceId) => {
      const actions = offers.map(({ label, place, put }) => ({
        label,
        run: async () => {
          const again = await put();
          if (again === undefined) settle();
          else refuse(again, [], place);
        },
      }));
      app.getState().setView({ notice: { ...refusal, text: reason, actions, at } });
    };
    return { refuse, settle };
  }, [app]);
}
