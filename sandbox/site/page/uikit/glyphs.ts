import AddIcon from '@atlaskit/icon/core/add';
import CheckCircleIcon from '@atlaskit/icon/core/check-circle';
import ClockIcon from '@atlaskit/icon/core/clock';
import CommentIcon from '@atlaskit/icon/core/comment';
import CopyIcon from '@atlaskit/icon/core/copy';
import CrossIcon from '@atlaskit/icon/core/cross';
import DeleteIcon from '@atlaskit/icon/core/delete';
import EditIcon from '@atlaskit/icon/core/edit';
import EmailIcon from '@atlaskit/icon/core/email';
import FileIcon from '@atlaskit/icon/core/file';
import ImageIcon from '@atlaskit/icon/core/image';
import InformationIcon from '@atlaskit/icon/core/status-information';
import LinkIcon from '@atlaskit/icon/core/link';
import PersonIcon from '@atlaskit/icon/core/person';
import PhoneIcon from '@atlaskit/icon/core/phone';
import RefreshIcon from '@atlaskit/icon/core/refresh';
import RetryIcon from '@atlaskit/icon/core/retry';
import SendIcon from '@atlaskit/icon/core/send';
import SettingsIcon from '@atlaskit/icon/core/settings';
import WarningIcon from '@atlaskit/icon/core/status-warning';

const glyphs = {
  add: AddIcon,
  'check-circle': CheckCircleIcon,
  clock: ClockIcon,
  comment: CommentIcon,
  copy: CopyIcon,
  cross: CrossIcon,
  delete: DeleteIcon,
  edit: EditIcon,
  email: EmailIcon,
  file: FileIcon,
  image: ImageIcon,
  link: LinkIcon,
  person: PersonIcon,
  phone: PhoneIcon,
  refresh: RefreshIcon,
  retry: RetryIcon,
  send: SendIcon,
  settings: SettingsIcon,
  'status-information': InformationIcon,
  warning: WarningIcon,
} as const;

/** The icon of a glyph. @throws for a glyph this sandbox does not carry: the drawing shows that sentence. */
export function glyph(name: string) {
  if (!Object.hasOwn(glyphs, name)) throw new Error(`the icon “${name}” is not in the sandbox's set (glyphs.ts)`);
  return glyphs[name as keyof typeof glyphs];
}
