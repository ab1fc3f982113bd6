/** The least that React Flow can show of the same boxes and edges: a memoised div with the text and two handles. */
import {
  type Edge,
  Handle,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  useEdgesState,
  useNodesState,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { memo } from 'react';
import { createRoot } from 'react-dom/client';

type BareNode = Node<{ text: string }, 'bare'>;

declare global {
  interface Window {
    /** Set by the benchmark before the page loads. */
    bare: { readonly nodes: BareNode[]; readonly edges: Edge[] };
    /** Shows the boxes. */
    openBare: () => void;
  }
}

const nodeTypes = {
  bare: memo(({ data }: NodeProps<BareNode>) => (
    <div style={{ width: '100%', height: '100%', border: '1px solid' }}>
      <Handle type="target" position={Position.Left} />
      {data.text}
      <Handle type="source" position={Position.Right} />
    </div>
  )),
};

function Bare() {
  const [nodes, , onNodesChange] = useNodesState(window.bare.nodes);
  const [edges, , onEdgesChange] = useEdgesState(window.bare.edges);
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      minZoom={0.05}
      fitView
    />
  );
}

window.openBare = () => {
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<Bare />);
};
