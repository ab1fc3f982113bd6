import { sources } from '#catalog';
import { option, question } from './question.ts';

const { planning, customDns, workspaceNetwork, managedNetwork } = sources;

/** What is there already, and what has to be joined. */
export const networkQuestions = [
  question<'connection'>({
    id: 'connection',
    title: 'Is an office or data centre joined to Azure?',
    text: 'People and programs on-premises reach private endpoints only over a private connection, and only if their DNS server forwards the names.',
    options: [
      option(
        'none',
        'No',
        'Nobody comes from on-premises.',
        'No gateway to pay for',
        'People in the office come by Bastion',
      ),
      option(
        'express-route',
        'By ExpressRoute',
        'A gateway, and forwarders on the DNS server on-premises.',
        'A line of your own',
        'Takes months to get',
      ),
      option(
        'vpn',
        'By VPN',
        'A gateway, and forwarders on the DNS server on-premises.',
        'Set up within days',
        'Shares the internet’s bandwidth',
      ),
    ],
    standard: 'none',
    standardWhy: 'A connection can be added to the design later.',
    source: planning,
  }),
  question<'hub'>({
    id: 'hub',
    title: 'Is there a hub already?',
    text: 'Where networks share a hub, the workspace’s network becomes one of its spokes and leaves the way the others do.',
    options: [
      option(
        'nothing',
        'No',
        'One network, with a NAT gateway; a hub only where destinations have to be approved.',
        'You depend on nobody',
        'Nothing is shared with others',
      ),
      option(
        'hub',
        'A hub without a firewall',
        'A spoke of the hub, with a way out of its own.',
        'Gateway and name servers are shared',
        'The hub’s owner has to accept a peering',
      ),
      option(
        'hub-with-firewall',
        'A hub with a firewall',
        'A spoke of the hub; everything leaves by its firewall.',
        'What leaves is seen in one place',
        'The firewall’s team has to add rules',
      ),
    ],
    standard: 'nothing',
    standardWhy: 'A hub has to exist before a spoke can join it.',
    source: planning,
  }),
  question<'names'>({
    id: 'names',
    title: 'Who answers DNS in Azure?',
    text: 'Private endpoints are found by private DNS zones, which Azure DNS alone can read. Any server of yours has to forward there.',
    options: [
      option(
        'azure',
        'Azure DNS',
        'Networks ask Azure DNS, or the DNS proxy of the hub’s firewall; a resolver only where an office is joined.',
        'Nothing to run',
        'No names of your own',
      ),
      option(
        'resolver',
        'A DNS Private Resolver',
        'An inbound endpoint in the shared network, which spokes and offices ask.',
        'Azure runs it',
        'A subnet and a bill of its own',
      ),
      option(
        'server',
        'Our own DNS server',
        'A server in the shared network, with a conditional forwarder for each private service.',
        'Names of your own everywhere',
        'Forwarders to keep current by hand',
      ),
    ],
    standard: 'azure',
    standardWhy: 'Every virtual network has it.',
    source: customDns,
  }),
  question<'addresses'>({
    id: 'addresses',
    title: 'Are private addresses scarce?',
    text: 'Each instance, node and private endpoint takes an address. Networks that are joined to an office cannot be made larger at will.',
    options: [
      option(
        'enough',
        'There are enough',
        'Computes lie in networks that are joined.',
        'One set of endpoints',
        'Nodes take addresses that others could use',
      ),
      option(
        'few',
        'They are scarce',
        'Computes get a large network that is joined to nothing; the joined one holds endpoints only.',
        'Clusters grow without asking',
        'Every endpoint and every zone twice',
      ),
    ],
    standard: 'enough',
    standardWhy: 'One set of endpoints is simpler than two.',
    source: workspaceNetwork,
  }),
  question<'network'>({
    id: 'network',
    title: 'Whose network do computes run in?',
    text: 'Microsoft’s planning article uses virtual networks of your own. A workspace can also manage one itself, which Microsoft recommends first today.',
    options: [
      option(
        'own',
        'Our own virtual network',
        'Computes lie in your subnets, behind your security groups, routes and logs.',
        'You route, filter and log everything',
        'You build and run everything',
      ),
      option(
        'managed',
        'The workspace’s managed network',
        'Computes lie in a network that Microsoft runs; yours holds the endpoints that people use.',
        'No addresses, rules or zones for computes',
        'No logs, and no way back to your own',
      ),
    ],
    standard: 'own',
    standardWhy: 'It is what the planning article describes; it can show and log everything.',
    source: managedNetwork,
  }),
];
