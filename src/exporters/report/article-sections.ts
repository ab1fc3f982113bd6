import type { Category } from '#rules';

/** A section of Microsoft's planning article, and the checks that belong to it. */
export interface ArticleSection {
  readonly title: string;
  readonly categories: readonly Category[];
}

/** The considerations of “Azure Machine Learning network isolation planning”, in the article's order. */
export const articleSections: readonly ArticleSection[] = [
  {
    title: 'IaaS and PaaS resources',
    categories: ['Private endpoints', 'Workspace', 'Compute', 'Monitoring'],
  },
  {
    title: 'Required inbound and outbound configurations',
    categories: ['Outbound', 'Inbound', 'Routing and peering', 'Subnets'],
  },
  { title: 'DNS resolution of private link resources', categories: ['DNS'] },
  { title: 'Data exfiltration protection', categories: ['Exfiltration'] },
  { title: 'Managed online endpoints', categories: ['Endpoints'] },
  { title: 'Private IP addresses', categories: ['Addresses'] },
];
