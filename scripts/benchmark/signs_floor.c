/* The physical limit for signs: four A6 signs to an A4 sheet, drawn by hand in C on Cairo + Pango + libqrencode. What all signs
   share is recorded once, the code is a 1-bit mask, the name is fitted by halving as the program does; no template, no checks.
   usage: signs_floor SIGNS.tsv OUT     writes OUT-001.pdf, OUT-002.pdf … of 1,000 sheets each */
#include <cairo.h>
#include <cairo-pdf.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <qrencode.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MM 2.834645669
static const double W = 105 * MM, H = 148 * MM;
static PangoLayout *lay;
static PangoFontDescription *bebas, *inter, *black;

static void font(PangoFontDescription *f, double size) {
  pango_font_description_set_absolute_size(f, size * PANGO_SCALE);
  pango_layout_set_font_description(lay, f);
}
static void text(cairo_t *cr, const char *s, PangoFontDescription *f, double size, double x, double y, double w) {
  font(f, size);
  pango_layout_set_width(lay, w > 0 ? (int)(w * PANGO_SCALE) : -1);
  pango_layout_set_text(lay, s, -1);
  cairo_move_to(cr, x, y);
  pango_cairo_show_layout(cr, lay);
}
/* The largest size at which a name fits its box, by halving eight times. */
static double fit(const char *s, double w, double h) {
  double low = 8, high = 102;
  pango_layout_set_width(lay, (int)(w * PANGO_SCALE));
  pango_layout_set_text(lay, s, -1);
  for (int i = 0; i < 8; i++) {
    double middle = (low + high) / 2;
    font(bebas, middle);
    PangoRectangle logical;
    pango_layout_get_extents(lay, NULL, &logical);
    int fits = logical.width <= w * PANGO_SCALE && pango_layout_get_line_count(lay) * middle * 0.9 <= h;
    /* No word is broken: none sticks out when lines break at blanks alone. */
    if (fits) low = middle; else high = middle;
  }
  return low;
}
static void furniture(cairo_t *cr) {
  cairo_set_source_rgb(cr, .08, .08, .08);
  cairo_rectangle(cr, 0, 0, W, 13 * MM);
  cairo_fill(cr);
  cairo_rectangle(cr, 7 * MM, 68 * MM, 91 * MM, 1.6);
  cairo_fill(cr);
  cairo_set_source_rgb(cr, 1, 1, 1);
  text(cr, "RIVERSIDE COMMONS", bebas, 10, 72 * MM, 6 * MM, -1);
  cairo_set_source_rgb(cr, .78, .06, .18);
  text(cr, "SOLIDARITY PRICE", bebas, 40, 7 * MM, 70 * MM, -1);
  text(cr, "0", black, 150, 7 * MM, 80 * MM, -1);
}
static void stamp(cairo_t *cr) {
  cairo_translate(cr, W * .68, H * .41);
  cairo_rotate(cr, -8 * M_PI / 180);
  cairo_set_source_rgb(cr, .78, .06, .18);
  cairo_set_line_width(cr, 1.6);
  cairo_rectangle(cr, -22 * MM, -5 * MM, 44 * MM, 10 * MM);
  cairo_stroke(cr);
  cairo_set_line_width(cr, .5);
  cairo_rectangle(cr, -21.3 * MM, -4.3 * MM, 42.6 * MM, 8.6 * MM);
  cairo_stroke(cr);
  text(cr, "VOID BY SOLIDARITY", bebas, 17, -20 * MM, -4.6 * MM, -1);
  text(cr, "TOTAL DUE $0.00 · NOTHING IS OWED.", inter, 4, -19 * MM, 1.5 * MM, -1);
  cairo_identity_matrix(cr);
  cairo_set_source_rgb(cr, .1, .1, .1);
  text(cr, "Riverside Commons · This is not a bill. Nothing is owed. Total due: $0.00", inter, 5.8, 20 * MM, 139 * MM, -1);
}
static cairo_surface_t *record(void (*draw)(cairo_t *)) {
  cairo_rectangle_t extents = {0, 0, W, H};
  cairo_surface_t *surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cairo_t *cr = cairo_create(surface);
  draw(cr);
  cairo_destroy(cr);
  return surface;
}
static void code(cairo_t *cr, const char *url, double x, double y, double side) {
  QRcode *qr = QRcode_encodeString(url, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
  cairo_surface_t *mask = cairo_image_surface_create(CAIRO_FORMAT_A1, qr->width, qr->width);
  unsigned char *data = cairo_image_surface_get_data(mask);
  int stride = cairo_image_surface_get_stride(mask);
  for (int j = 0; j < qr->width; j++)
    for (int i = 0; i < qr->width; i++)
      if (qr->data[j * qr->width + i] & 1) data[j * stride + i / 8] |= 1 << (i % 8);
  cairo_surface_mark_dirty(mask);
  cairo_save(cr);
  cairo_translate(cr, x, y);
  cairo_scale(cr, side / qr->width, side / qr->width);
  cairo_set_source_rgb(cr, 0, 0, 0);
  cairo_pattern_t *pattern = cairo_pattern_create_for_surface(mask);
  cairo_pattern_set_filter(pattern, CAIRO_FILTER_NEAREST);
  cairo_mask(cr, pattern);
  cairo_pattern_destroy(pattern);
  cairo_restore(cr);
  cairo_surface_destroy(mask);
  QRcode_free(qr);
}

int main(int argc, char **argv) {
  if (argc < 3) return 64;
  FILE *in = fopen(argv[1], "r");
  if (!in) return 66;
  PangoFontMap *map = pango_cairo_font_map_get_default();
  pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72);
  PangoContext *context = pango_font_map_create_context(map);
  lay = pango_layout_new(context);
  bebas = pango_font_description_from_string("Bebas Neue");
  inter = pango_font_description_from_string("Inter");
  black = pango_font_description_from_string("Inter Black");
  cairo_surface_t *shared = record(furniture), *void_ = record(stamp), *surface = NULL;
  cairo_t *cr = NULL;
  char line[1024], path[1024];
  for (long n = 0; fgets(line, sizeof line, in); n++) {
    char *item = strtok(line, "\t\n"), *price = strtok(NULL, "\t\n"), *stall = strtok(NULL, "\t\n"), *url = strtok(NULL, "\t\n");
    if (n % 4000 == 0) {
      if (cr) { cairo_destroy(cr); cairo_surface_finish(surface); cairo_surface_destroy(surface); }
      snprintf(path, sizeof path, "%s-%03ld.pdf", argv[2], n / 4000 + 1);
      surface = cairo_pdf_surface_create(path, 210 * MM, 297 * MM);
      cr = cairo_create(surface);
    }
    long cell = n % 4;
    double x = (cell % 2) * W, y = .5 * MM + (cell / 2) * H;
    cairo_save(cr);
    cairo_translate(cr, x, y);
    cairo_rectangle(cr, 0, 0, W, H);
    cairo_clip(cr);
    cairo_set_source_surface(cr, shared, 0, 0);
    cairo_paint(cr);
    cairo_set_source_rgb(cr, 1, 1, 1);
    text(cr, stall, bebas, 15, 7 * MM, 5 * MM, -1);
    cairo_set_source_rgb(cr, .08, .08, .08);
    double size = fit(item, 91 * MM, 32 * MM);
    text(cr, item, bebas, size, 7 * MM, 18 * MM, 91 * MM);
    text(cr, price, bebas, 30, 7 * MM, 52 * MM, -1);
    PangoRectangle logical;
    pango_layout_get_extents(lay, NULL, &logical);
    text(cr, "/ hour", inter, 10, 7 * MM, 63 * MM, -1);
    cairo_set_source_rgb(cr, .78, .06, .18);
    cairo_rectangle(cr, 7 * MM, 57.5 * MM, logical.width / (double)PANGO_SCALE, 2.1);
    cairo_fill(cr);
    cairo_set_source_rgb(cr, .3, .3, .3);
    text(cr, "City Market Office, May 2026", inter, 5.5, 65 * MM, 120 * MM, -1);
    code(cr, url, 67 * MM, 92 * MM, 20 * MM);
    cairo_set_operator(cr, CAIRO_OPERATOR_MULTIPLY);
    cairo_set_source_surface(cr, void_, 0, 0);
    cairo_paint(cr);
    cairo_restore(cr);
    if (cell == 3) cairo_show_page(cr);
  }
  if (cr) { cairo_destroy(cr); cairo_surface_finish(surface); cairo_surface_destroy(surface); }
  fclose(in);
  return 0;
}
