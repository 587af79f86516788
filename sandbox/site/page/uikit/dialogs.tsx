import AtlaskitModal, {
  ModalBody as AtlaskitBody,
  ModalFooter as AtlaskitFooter,
  ModalHeader as AtlaskitHeader,
  ModalTitle as AtlaskitTitle,
  ModalTransition as AtlaskitTransition,
} from '@atlaskit/modal-dialog';
import { Children, type Drawing } from './draw';
import { omit, own, tell, textProp } from './tell';

function Modal({ doc }: Drawing) {
  const title = textProp(doc, 'title');
  return (
    <AtlaskitModal {...omit(doc, 'onClose', 'icon', 'title')} onClose={() => tell(doc, 'onClose')}>
      {title !== undefined && (
        <AtlaskitHeader>
          <AtlaskitTitle>{title}</AtlaskitTitle>
        </AtlaskitHeader>
      )}
      <Children docs={doc.children} />
    </AtlaskitModal>
  );
}

const ModalHeader = ({ doc }: Drawing) => (
  <AtlaskitHeader hasCloseButton={false}>
    <Children docs={doc.children} />
  </AtlaskitHeader>
);

const ModalTitle = ({ doc }: Drawing) => (
  <AtlaskitTitle {...own<{ appearance: 'danger' }>(doc, 'appearance')}>
    <Children docs={doc.children} />
  </AtlaskitTitle>
);

const ModalBody = ({ doc }: Drawing) => (
  <AtlaskitBody>
    <Children docs={doc.children} />
  </AtlaskitBody>
);

const ModalFooter = ({ doc }: Drawing) => (
  <AtlaskitFooter>
    <Children docs={doc.children} />
  </AtlaskitFooter>
);

const ModalTransition = ({ doc }: Drawing) => (
  <AtlaskitTransition>
    {doc.children.map((child) => (
      <Children key={child.key} docs={[child]} />
    ))}
  </AtlaskitTransition>
);

export const dialogs = { Modal, ModalHeader, ModalTitle, ModalBody, ModalFooter, ModalTransition };
