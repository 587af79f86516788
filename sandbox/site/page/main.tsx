import './shared/switches';
import './page.css';
import { setGlobalTheme } from '@atlaskit/tokens/set-global-theme';
import { createRoot } from 'react-dom/client';
import { Page } from './Page';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no element #root');

void setGlobalTheme({ colorMode: 'light', spacing: 'spacing', typography: 'typography' });
createRoot(root).render(<Page />);
