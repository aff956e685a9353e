/** The bundled slices of Noto Sans SC, for devices without a Chinese font. They come after the page stands. */
import '@fontsource/noto-sans-sc/400.css';
import '@fontsource/noto-sans-sc/700.css';
