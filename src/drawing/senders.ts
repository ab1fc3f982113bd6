import { type Design, findResource, type ResourceId } from '#model';

/** Whether what one sender sends gets there. `closed`: not, and on purpose. */
type Fate = 'open' | 'closed' | 'blocked' | 'unknown';

/** A subnet from which something is sent, and what becomes of that. */
export interface Sender {
  readonly subnet: ResourceId;
  /** Where only people on this machine send it. */
  readonly machine?: ResourceId;
  readonly fate: Fate;
}

/** What a chip says of all who send to it. */
export interface JointFate {
  /** `partly`: what some need is stopped. `varied`: what nobody needs is open to some. */
  readonly state: Fate | 'partly' | 'varied';
  /** Of some only, how many of them: `1 of 2 subnets`. */
  readonly share?: string;
  /** `reached from a; required but blocked from b`; of all alike only what it is. */
  readonly said: string;
}

/** So many names are told, and the rest counted. */
const mostNames = 5;

/** What becomes of packets of all subnets: of some and not of others, where they differ. */
export function jointFate(
  design: Design,
  senders: readonly Sender[],
  words: Readonly<Record<Fate, string>>,
): JointFate {
  const fates = [...new Set(senders.map(({ fate }) => fate))];
  const [first = 'open'] = fates;
  if (fates.length < 2) return { state: first, said: words[first] };
  const isOpen = fates.includes('open');
  const parts = (Object.keys(words) as Fate[]).flatMap((fate) => {
    const names = senders.filter((sender) => sender.fate === fate).map((one) => nameOf(design, one, senders));
    return names.length === 0 ? [] : [`${words[fate]} from ${listed(names)}`];
  });
  const open = senders.filter(({ fate }) => fate === 'open').length;
  if (isOpen && (fates.includes('blocked') || fates.includes('closed'))) {
    const share = `${open} of ${senders.length} subnets`;
    return {
      state: fates.includes('blocked') ? 'partly' : 'varied',
      share,
      said: `${share}, ${parts.join('; ')}`,
    };
  }
  return { state: fates.includes('blocked') ? 'blocked' : 'unknown', said: parts.join('; ') };
}

const listed = (names: readonly string[]): string =>
  names.length > mostNames
    ? `${names.slice(0, mostNames - 1).join(', ')} and ${names.length - mostNames + 1} more`
    : names.join(', ');

/** A subnet with its network where another of that name sends, too, and the machine in it that sends. */
function nameOf(design: Design, { subnet, machine }: Sender, senders: readonly Sender[]): string {
  const own = findResource(design, subnet);
  const isShared = senders.some(
    (other) => other.subnet !== subnet && findResource(design, other.subnet)?.name === own?.name,
  );
  const name = own?.name ?? 'a subnet';
  const full = isShared ? `${findResource(design, own?.parent)?.name}/${name}` : name;
  return machine === undefined ? full : `${full} (${findResource(design, machine)?.name})`;
}

const badness = ['open', 'closed', 'unknown', 'blocked'] as const;

/** Each subnet once, with the worst of what becomes of what it sends; a machine is named where nothing else in it sends. */
export function worstBySubnet(senders: readonly Sender[]): readonly Sender[] {
  const bySubnet = new Map<ResourceId, Sender>();
  for (const sender of senders) {
    const known = bySubnet.get(sender.subnet);
    const { machine, fate, subnet } = known ?? sender;
    const worst = badness.indexOf(sender.fate) > badness.indexOf(fate) ? sender.fate : fate;
    const isMachine = machine !== undefined && machine === sender.machine;
    bySubnet.set(subnet, { subnet, fate: worst, ...(isMachine ? { machine } : {}) });
  }
  return [...bySubnet.values()];
}
