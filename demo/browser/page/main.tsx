import './css/page.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { fetchSetup } from './server/fetch-setup.ts';

const place = document.getElementById('page');
if (place === null) throw new Error('The page has no place for its content.');
createRoot(place).render(<App setup={await fetchSetup()} />);
