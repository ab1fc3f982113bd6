import { sources } from '#catalog';
import { option, question } from './question.ts';

const { exfiltrationPrevention, workspacePrivateLink } = sources;

/** What is to be protected. */
export const dataQuestions = [
  question<'outbound'>({
    id: 'outbound',
    title: 'What may leave the network?',
    text: 'Computes must reach Microsoft’s services to work. Two of them take data from anybody: Storage and AzureFrontDoor.Frontend. Opening them opens a way out.',
    options: [
      option(
        'anything',
        'Anything',
        'A NAT gateway or a firewall lets all web traffic out.',
        'Every package source works',
        'Data can be sent anywhere',
      ),
      option(
        'approved',
        'Approved destinations',
        'A firewall, or the managed network, opens service tags and host names one by one.',
        'You see and approve each destination',
        'Any storage account can still be written to',
      ),
      option(
        'no-exfiltration',
        'Approved destinations, no exfiltration',
        'Host names replace AzureFrontDoor.Frontend. In your own subnets a service endpoint policy limits which storage accounts can be written to.',
        'Only approved storage can be written to',
        'Images only from Microsoft or your registry',
      ),
    ],
    standard: 'no-exfiltration',
    standardWhy: 'Until you decide, the strictest answer holds.',
    source: exfiltrationPrevention,
  }),
  question<'access'>({
    id: 'access',
    title: 'Who may reach the workspace?',
    text: 'A private workspace is reached through its private endpoint alone. A public one leaves it to sign-in and conditional access; its storage, secrets and images stay private.',
    options: [
      option(
        'private',
        'Private clients only',
        'Public network access is off; people come by a private network or by Bastion.',
        'The workspace cannot be found from outside',
        'Everybody needs a way into the network',
      ),
      option(
        'public',
        'Anybody who may sign in',
        'Public network access of the workspace stays on, that of everything else is off.',
        'People work from anywhere',
        'Studio shows data of private storage outside',
      ),
    ],
    standard: 'private',
    standardWhy: 'Until you decide, the strictest answer holds.',
    source: workspacePrivateLink,
  }),
];
