import { useDeferredValue, useState } from 'react';
import { Choice } from '#material';
import type { Resource } from '#model';
import { deriveNetwork, type Network } from '#network';
import { paint, Segments, styled, useAppState } from '#ui';
import { QuietSelect } from '../controls/quiet.ts';
import { QuietLink } from '../quiet-link.ts';
import { useGoTo } from '../use-go-to.ts';
import { FirewallTable } from './FirewallTable.tsx';
import { type Effect, effectsOf, endpointsLeftOut } from './places.ts';
import { RouteTable } from './RouteTable.tsx';
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
  except,
}: {
  effect: Effect;
  place: Resource;
  network: Network;
  except: string | undefined;
}) {
  switch (effect) {
    case 'Out':
      return <RuleTable isOut rules={network.securityRulesOf(place.id, 'Outbound')} except={except} />;
    case 'In':
      return <RuleTable isOut={false} rules={network.securityRulesOf(place.id, 'Inbound')} except={except} />;
    case 'Routes':
      return (
        <RouteTable
          routes={network.routesOf(
            place.kind === 'subnet' ? place.id : (network.subnetOf(place.id) ?? place.id),
          )}
        />
      );
    case 'Firewall':
      return <FirewallTable {...network.firewallRulesOf(place.id)} />;
  }
}

/** What really applies: security rules with Azure's own, the routes that win, what the firewall lets through. */
export function EffectiveSection({ resource }: { resource: Resource }) {
  const design = useDeferredValue(useAppState((state) => state.design));
  const effects = effectsOf(design, resource);
  const [wanted, setWanted] = useState<Effect>();
  const [at, setAt] = useState(0);
  const goTo = useGoTo();
  if (!effects) return null;
  const { places, shown, nowhere } = effects;
  const effect = wanted ?? shown[0] ?? 'Out';
  const place = places[at] ?? places[0];
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
          network={deriveNetwork(design)}
          except={resource.kind === 'private-endpoint' ? undefined : endpointsLeftOut(design, place)}
        />
      ) : (
        <None>{nowhere}</None>
      )}
    </Part>
  );
}
