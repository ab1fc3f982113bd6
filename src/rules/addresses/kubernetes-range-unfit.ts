import { kubernetesServiceRange, nodesOfPodRange } from '#catalog';
import { enclosing, findOfKind, flatMapped, type ResourceOf } from '#model';
import { parseLoosePrefix, prefixContains, prefixesOverlap } from '#network';
import { shownOfKind } from '../estate.ts';
import { labelOf } from '../labels.ts';
import { defineRule, passed, type RuleContext } from '../rule.ts';

type Cluster = ResourceOf<'kubernetes-cluster'>;

/** Pods of these have a range of their own. */
const hasPodRange = ({ networkPlugin, networkPluginMode }: Cluster) =>
  networkPlugin === 'kubenet' || networkPluginMode === 'overlay';

const nodesAtMost = ({ agentPoolProfiles }: Cluster) =>
  agentPoolProfiles.reduce((sum, { count, maxCount }) => sum + (maxCount ?? count), 0);

/** The networks of a cluster and their peers. */
function networksNear({ design, network }: RuleContext, cluster: Cluster) {
  const home = enclosing(design, network.subnetOf(cluster.id) ?? cluster.id, 'virtual-network');
  const ids = home ? [home.id, ...network.peersOf(home.id)] : [];
  return flatMapped(ids, (id) => findOfKind(design, id, 'virtual-network') ?? []);
}

export const kubernetesRangeUnfit = defineRule({
  id: 'kubernetes-range-unfit',
  category: 'Addresses',
  severity: () => 'error',
  title: 'Address range of a Kubernetes cluster does not fit',
  holds:
    'The pod and service ranges of the Kubernetes cluster overlap nothing and are as large as Azure and its nodes ask',
  remedy:
    'Choose ranges that neither the network, its peers nor the other range use; the cluster has to be made again.',
  messages: {
    large: (f: { cluster: string; range: string }) =>
      `The service range ${f.range} of ${f.cluster} is not smaller than a /${kubernetesServiceRange.smallerThanPrefixLength}`,
    dns: (f: { cluster: string; address: string; range: string }) =>
      `The DNS service address ${f.address} of ${f.cluster} lies outside its service range ${f.range}`,
    pods: (f: { cluster: string; range: string; other: string }) =>
      `The pod range ${f.range} of ${f.cluster} overlaps ${f.other}`,
    nodes: (f: { cluster: string; range: string; served: number; nodes: number }) =>
      `The pod range ${f.range} of ${f.cluster} serves ${f.served} nodes, but it may grow to ${f.nodes}`,
  },

  *check(context) {
    const { design } = context;
    for (const cluster of shownOfKind(design, 'kubernetes-cluster')) {
      const { id, name, serviceCidr, dnsServiceIP, podCidr } = cluster;
      const service = parseLoosePrefix(serviceCidr ?? '');
      const pods = hasPodRange(cluster) ? parseLoosePrefix(podCidr ?? '') : undefined;
      const facts = { cluster: name };
      let isFit = true;
      if (service && serviceCidr && service.length <= kubernetesServiceRange.smallerThanPrefixLength) {
        isFit = false;
        yield {
          at: id,
          message: 'large',
          facts: { ...facts, range: serviceCidr },
          evidence: `serviceCidr: ${serviceCidr}`,
        };
      }
      if (
        service &&
        serviceCidr &&
        dnsServiceIP !== undefined &&
        !prefixContains(serviceCidr, dnsServiceIP)
      ) {
        isFit = false;
        yield {
          at: id,
          message: 'dns',
          facts: { ...facts, address: dnsServiceIP, range: serviceCidr },
          evidence: `dnsServiceIP: ${dnsServiceIP}; serviceCidr: ${serviceCidr}`,
        };
      }
      if (pods && podCidr) {
        const near = networksNear(context, cluster).filter(({ addressPrefixes }) =>
          addressPrefixes.some((prefix) => prefixesOverlap(prefix, podCidr)),
        );
        const isInServices = serviceCidr !== undefined && prefixesOverlap(serviceCidr, podCidr);
        const others = [
          ...near.map((one) => ({ at: [id, one.id], other: labelOf(design, one.id) })),
          ...(isInServices ? [{ at: [id], other: `its service range ${serviceCidr}` }] : []),
        ];
        for (const { at, other } of others) {
          isFit = false;
          yield {
            at,
            message: 'pods',
            facts: { ...facts, range: podCidr, other },
            evidence: `podCidr: ${podCidr}`,
          };
        }
        const served = nodesOfPodRange(pods.length);
        const nodes = nodesAtMost(cluster);
        if (nodes > served) {
          isFit = false;
          yield {
            at: id,
            message: 'nodes',
            facts: { ...facts, range: podCidr, served, nodes },
            evidence: `podCidr ${podCidr}: ${served} × /24; nodes at most: ${nodes}`,
          };
        }
      }
      if (isFit && (service || pods))
        yield passed(id, `serviceCidr: ${serviceCidr ?? 'not set'}; podCidr: ${podCidr ?? 'not set'}`);
    }
  },
});
