import { type Design, findOfKind, type Resource } from '#model';
import { deriveNetwork } from '#network';

/** Whether anything that Azure Machine Learning requires outside passes a security group, a firewall or its policy. */
export function isPassedByRequired(design: Design, { id }: Pick<Resource, 'id'>): boolean {
  const network = deriveNetwork(design);
  return network.requiredFlows().some(({ from, fromSubnet = network.subnetOf(from), to }) => {
    const subnet = findOfKind(design, fromSubnet, 'subnet');
    if (to.resource !== undefined || !subnet) return false;
    const way = network.egressOf(subnet.id).resource;
    const policy = findOfKind(design, way, 'azure-firewall')?.firewallPolicy;
    return [subnet.networkSecurityGroup, way, policy].includes(id);
  });
}
