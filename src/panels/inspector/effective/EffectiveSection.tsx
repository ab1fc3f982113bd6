import { useDeferredValue, useState } from 'react';
import { Choice } from '#material';
import { findResource, type Resource } from '#model';
import { deriveNetwork, type Network } from '#network';
import { paint, Segments, styled, useAppState } from '#ui';
import { QuietSelect } from '../controls/quiet.ts';
import { type Marked, marked, marksInWords } from '../marked.ts';
import { QuietLink } from '../quiet-link.ts';
import { useFixed } from '../use-fixed.ts';
import { useGoTo } from '../use-go-to.ts';
import { FirewallTable } from './FirewallTable.tsx';
import { type Effect, effectsOf, endpointsLeftOut } from './places.ts';
import { inOrder, RouteTable } from './RouteTable.tsx';
import { RuleTable } from './RuleTable.tsx';
import { None } from './table.ts';

const Part = styled('section')({ padding: '12px 0', borderTop: `1px solid ${paint('line')}` });
const Head = styled('div')({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: 8,
  padding: '0 14px 8px',
  '& h2': { margin: 0, fontSize: 11.5, lineHeight: '18px', fontWeight: 600 },
});
const Where = styled('p')({
  margin: '-4px 14px 8px',
  fontSize: 12,
  lineHeight: '16px',
  color: paint('t2'),
  '& > button': { marginBlock: -4 },
});

const Then = styled('p')({
  margin: '-2px 14px 8px',
  fontSize: 12,
  lineHeight: '16px',
  fontWeight: 550,
  color: paint('you'),
});

/** Tells what the fix that is previewed changes in a table, above it. */
const ThenNote = ({ rows }: { rows: readonly Marked<unknown>[] }) => {
  const words = marksInWords(rows);
  return words === undefined ? null : <Then role="note">After the fix: {words}</Then>;
};

const titles: Readonly<Record<Effect, string>> = {
  Out: 'Effective rules',
  In: 'Effective rules',
  Routes: 'Effective routes',
  Firewall: 'What the firewall does',
};

function Shown({
  effect,
  place,
  network,
  then,
  except,
}: {
  effect: Effect;
  place: Resource;
  network: Network;
  /** After the fix that is previewed. */
  then: Network | undefined;
  except: string | undefined;
}) {
  /** Before, and after where a fix is previewed; a place that is there only in one of them has none in the other. */
  const rowsOf = <Row,>(read: (one: Network) => readonly Row[]): readonly Marked<Row>[] => {
    const rowsIn = (one: Network) => (findResource(one.design, place.id) ? read(one) : []);
    return then ? marked(rowsIn(network), rowsIn(then)) : rowsIn(network).map((row) => ({ row }));
  };
  switch (effect) {
    case 'Out':
    case 'In': {
      const isOut = effect === 'Out';
      const rules = rowsOf((one) => one.securityRulesOf(place.id, isOut ? 'Outbound' : 'Inbound'));
      return (
        <>
          <ThenNote rows={rules} />
          <RuleTable isOut={isOut} rules={rules} except={except} />
        </>
      );
    }
    case 'Routes': {
      const routes = rowsOf((one) =>
        one
          .routesOf(place.kind === 'subnet' ? place.id : (one.subnetOf(place.id) ?? place.id))
          .toSorted(inOrder),
      );
      return (
        <>
          <ThenNote rows={routes} />
          <RouteTable routes={routes} />
        </>
      );
    }
    case 'Firewall': {
      const rules = rowsOf((one) => one.firewallRulesOf(place.id).rules);
      return (
        <>
          <ThenNote rows={rules} />
          <FirewallTable rules={rules} missing={(then ?? network).firewallRulesOf(place.id).missing} />
        </>
      );
    }
  }
}

/** What an effect says of a place, for telling whether a fix changes it. */
function saidOf(effect: Effect, place: Resource, network: Network): string {
  if (!findResource(network.design, place.id)) return '';
  switch (effect) {
    case 'Out':
      return JSON.stringify(network.securityRulesOf(place.id, 'Outbound'));
    case 'In':
      return JSON.stringify(network.securityRulesOf(place.id, 'Inbound'));
    case 'Routes':
      return JSON.stringify(network.routesOf(network.subnetOf(place.id) ?? place.id));
    case 'Firewall':
      return JSON.stringify(network.firewallRulesOf(place.id));
  }
}

/** What really applies: security rules with Azure's own, the routes that win, what the firewall lets through. */
export function EffectiveSection({ resource }: { resource: Resource }) {
  const design = useDeferredValue(useAppState((state) => state.design));
  const fixed = useFixed();
  // What the fix attaches it to counts, too.
  const later = fixed && findResource(fixed, resource.id);
  const effects = fixed && later ? effectsOf(fixed, later) : effectsOf(design, resource);
  const [wanted, setWanted] = useState<Effect>();
  const [at, setAt] = useState(0);
  const goTo = useGoTo();
  if (!effects) return null;
  const { places, shown, nowhere } = effects;
  const place = places[at] ?? places[0];
  const [network, then] = [deriveNetwork(design), fixed && deriveNetwork(fixed)];
  // What the fix that is previewed changes is what one wants to see of it.
  const changed =
    place && then ? shown.find((one) => saidOf(one, place, network) !== saidOf(one, place, then)) : undefined;
  const effect = wanted ?? changed ?? shown[0] ?? 'Out';
  return (
    <Part aria-label={titles[effect]}>
      <Head>
        <h2>{titles[effect]}</h2>
        {shown.length > 1 && place ? (
          <Segments
            label="Effective rules and routes"
            value={effect}
            options={shown.map((value) => ({ value, title: value }))}
            onChange={setWanted}
          />
        ) : null}
      </Head>
      {place && place.id !== resource.id && places.length === 1 ? (
        <Where>
          At{' '}
          <QuietLink type="button" onClick={() => goTo(place.id)}>
            {place.name}
          </QuietLink>
        </Where>
      ) : null}
      {places.length > 1 ? (
        <div style={{ padding: '0 14px 8px 8px' }}>
          <QuietSelect
            value={String(places[at] ? at : 0)}
            inputProps={{ 'aria-label': 'Where it takes effect' }}
            onChange={(event) => setAt(Number(event.target.value))}
          >
            {places.map((one, index) => (
              <Choice key={one.id} value={String(index)}>
                At {one.name}
              </Choice>
            ))}
          </QuietSelect>
        </div>
      ) : null}
      {place ? (
        <Shown
          effect={effect}
          place={place}
          network={network}
          then={then}
          except={resource.kind === 'private-endpoint' ? undefined : endpointsLeftOut(design, place)}
        />
      ) : (
        <None>{nowhere}</None>
      )}
    </Part>
  );
}
