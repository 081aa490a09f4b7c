package browse

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"
)

// Server answers a Neo4j Browser on the same machine.
type Server struct {
	// its own address as the Browser writes it: "http://localhost:7475"
	Base     string
	Examples func(ctx context.Context) (Examples, error) // asked for each guide; an error leaves inputs empty
	Say      func(string)                                // called with what failed
}

// ServeHTTP answers GET, HEAD and OPTIONS. Other pages than those of a Browser on this machine may not read the
// answers, for examples are names out of the database; nor may pages that come under another name of this machine.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", "no-store")
	h.Set("Vary", "Origin")
	if !local(r.Host) {
		http.Error(w, "this server answers its own machine only", http.StatusForbidden)
		return
	}
	if origin := r.Header.Get("Origin"); origin != "" {
		if !localOrigin(origin) {
			http.Error(w, "pages of this machine only", http.StatusForbidden)
			return
		}
		h.Set("Access-Control-Allow-Origin", origin)
		h.Set("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS")
		// the Browser sends headers of its own, other ones in each version; none of them is looked at here
		h.Set("Access-Control-Allow-Headers", r.Header.Get("Access-Control-Request-Headers"))
		h.Set("Access-Control-Allow-Private-Network", "true")
	}
	switch r.Method {
	case http.MethodOptions:
		w.WriteHeader(http.StatusNoContent)
	case http.MethodGet, http.MethodHead:
		s.page(w, r)
	default:
		h.Set("Allow", "GET, HEAD, OPTIONS")
		http.Error(w, "nothing can be changed here", http.StatusMethodNotAllowed)
	}
}

func (s *Server) page(w http.ResponseWriter, r *http.Request) {
	var body []byte
	kind := "text/plain; charset=utf-8"
	var err error
	switch name, single := strings.CutPrefix(r.URL.Path, "/favourites/"); {
	case r.URL.Path == "/":
		body = []byte(s.Paste())
	case r.URL.Path == "/guide.html":
		kind = "text/html; charset=utf-8"
		body, err = Guide(s.Base, s.examples(r.Context()))
	case r.URL.Path == "/style.grass":
		body = []byte(Style())
	case r.URL.Path == "/favourites.zip":
		kind = "application/zip"
		w.Header().Set("Content-Disposition", `attachment; filename="stancegraph-favourites.zip"`)
		body, err = s.favouritesZip(r.Context())
	case single:
		body, err = s.favourite(r.Context(), name)
	}
	if err != nil {
		s.Say(err.Error())
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	if body == nil {
		http.Error(w, "there is no such page", http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Content-Length", fmt.Sprint(len(body)))
	if r.Method != http.MethodHead {
		w.Write(body)
	}
}

func (s *Server) favouritesZip(ctx context.Context) ([]byte, error) {
	list, err := Favourites(s.examples(ctx))
	if err != nil {
		return nil, err
	}
	return FavouritesZip(list)
}

// favourite is the text of one file; nil where there is none of that name.
func (s *Server) favourite(ctx context.Context, file string) ([]byte, error) {
	list, err := Favourites(s.examples(ctx))
	for _, f := range list {
		if f.File == file {
			return []byte(f.Text), nil
		}
	}
	return nil, err
}

func (s *Server) examples(ctx context.Context) Examples {
	ex, err := s.Examples(ctx)
	if err != nil {
		s.Say(err.Error())
	}
	return ex
}

// Paste is what is to be typed into Neo4j Browser.
func (s *Server) Paste() string {
	return fmt.Sprintf(`:guide %[1]s/guide.html
:style %[1]s/style.grass
`, s.Base)
}

// localOrigin says whether an origin is a page of this machine: "http://localhost:7474" and nothing more than that.
func localOrigin(origin string) bool {
	u, err := url.Parse(origin)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" {
		return false
	}
	return origin == u.Scheme+"://"+u.Host && local(u.Host)
}

// local says whether a host, with or without port, names this machine only.
func local(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.Trim(host, "[]")
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}
