/** What every test in a browser starts from. */
import '@testing-library/jest-dom/vitest';
import '#styles/tokens.css';
import '#styles/base.css';
