import { everywhere } from './cloud.ts';
import type { OutboundRequirement } from './outbound.ts';
import type { Sourced, SourceId } from './source.ts';

interface Software extends Pick<Sourced, 'unverified' | 'disagreements'> {
  readonly id: string;
  readonly software: string;
  readonly purpose: string;
  readonly hosts: readonly string[];
  readonly ports?: readonly number[];
  readonly source: SourceId;
}

const software: readonly Software[] = [
  {
    id: 'conda',
    software: 'conda',
    purpose: 'conda packages',
    hosts: ['anaconda.com', '*.anaconda.com', '*.anaconda.org'],
    source: 'recommendedOutbound',
  },
  {
    id: 'pip',
    software: 'pip',
    purpose: 'Python packages',
    hosts: ['pypi.org', '*.pythonhosted.org'],
    unverified: ['hosts'],
    disagreements: [
      {
        value: 'pypi.org alone',
        source: 'recommendedOutbound',
        note: 'The page asks for pythonhosted.org only where the index is overwritten; the files of packages are served from there.',
      },
    ],
    source: 'recommendedOutbound',
  },
  {
    id: 'pytorch',
    software: 'pytorch',
    purpose: 'PyTorch and TensorFlow samples',
    hosts: ['pytorch.org', '*.pytorch.org', '*.tensorflow.org'],
    source: 'recommendedOutbound',
  },
  { id: 'r', software: 'r', purpose: 'R packages', hosts: ['cloud.r-project.org'], source: 'behindFirewall' },
  {
    id: 'rstudio',
    software: 'rstudio',
    purpose: 'the installation of RStudio',
    hosts: ['ghcr.io', 'pkg-containers.githubusercontent.com'],
    source: 'behindFirewall',
  },
  {
    id: 'huggingface',
    software: 'huggingface',
    purpose: 'Hugging Face images and models',
    hosts: [
      'docker.io',
      '*.docker.io',
      '*.docker.com',
      'production.cloudflare.docker.com',
      'cdn.auth0.com',
      'cdn-lfs.huggingface.co',
    ],
    source: 'managedNetwork',
  },
  {
    id: 'vscode-web',
    software: 'vscode',
    purpose: 'Visual Studio Code for the web',
    hosts: [
      '*.vscode.dev',
      '*.vscode-unpkg.net',
      '*.vscode-cdn.net',
      '*.vscodeexperiments.azureedge.net',
      'default.exp-tas.com',
    ],
    source: 'behindFirewall',
  },
  {
    id: 'vscode-desktop',
    software: 'vscode',
    purpose: 'the server of Visual Studio Code for the desktop',
    hosts: [
      'code.visualstudio.com',
      'update.code.visualstudio.com',
      '*.vo.msecnd.net',
      'marketplace.visualstudio.com',
      'vscode.blob.core.windows.net',
      '*.gallerycdn.vsassets.io',
      'vscode.download.prss.microsoft.com',
      'raw.githubusercontent.com',
    ],
    disagreements: [
      {
        value: 'github.com/microsoft/vscode-tools-for-ai',
        source: 'behindFirewall',
        note: 'The page about firewalls names this path on GitHub, the page about managed networks raw.githubusercontent.com.',
      },
    ],
    source: 'managedNetwork',
  },
  {
    id: 'vscode-server',
    software: 'vscode',
    purpose: 'the connection of Visual Studio Code to its server on a compute instance',
    hosts: ['*.instances.azureml.ms'],
    ports: [8704, 8705, 8706, 8707, 8708, 8709, 8710],
    unverified: ['hosts'],
    source: 'behindFirewall',
  },
  {
    id: 'ubuntu',
    software: 'ubuntu',
    purpose: 'Ubuntu packages',
    hosts: ['archive.ubuntu.com', 'security.ubuntu.com', 'ppa.launchpad.net'],
    ports: [80],
    source: 'behindFirewall',
  },
];

/** Images that curated environments may come from once exfiltration is prevented, and the registry they may not. */
export const curatedEnvironmentImages = {
  allowed: ['mcr.microsoft.com'],
  refused: ['viennaglobal.azurecr.io'],
  sources: ['exfiltrationPrevention'],
} as const;

/** Hosts that software needs which goals may ask for; no compute needs them otherwise. */
export const optionalSoftware = (computes: OutboundRequirement['computes']): readonly OutboundRequirement[] =>
  software.map(({ hosts, ports = [443], source, ...one }) => ({
    ...one,
    isRegional: false,
    hosts: everywhere(hosts),
    protocol: 'Tcp',
    ports,
    access: 'not-classified',
    computes,
    isOptional: true,
    sources: [source],
  }));
