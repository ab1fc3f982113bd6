import { type Design, findOfKind, type ResourceId, resourcesOfKind } from '#model';

/** The thing on the drawing that bears what is drawn nowhere itself: the firewall that goes by a policy; the first of several. */
export const drawnHolderOf = (design: Design, id: ResourceId | undefined): ResourceId | undefined =>
  findOfKind(design, id, 'firewall-policy')
    ? resourcesOfKind(design, 'azure-firewall').find(({ firewallPolicy }) => firewallPolicy === id)?.id
    : undefined;
