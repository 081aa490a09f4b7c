package server

import (
	"context"
	"encoding/xml"
	"net"
	"os"
	"strings"
	"testing"

	"github.com/compose-spec/compose-go/v2/cli"
	"github.com/compose-spec/compose-go/v2/types"
)

// load reads docker-compose.yml as Docker would, with just these environment variables.
func load(t *testing.T, env ...string) (*types.Project, error) {
	t.Helper()
	opts, err := cli.NewProjectOptions([]string{"../../../docker-compose.yml"}, cli.WithEnv(env))
	if err != nil {
		t.Fatal(err)
	}
	return opts.LoadProject(context.Background())
}

func TestCompose(t *testing.T) {
	project, err := load(t, "NEO4J_PASSWORD=correct horse")
	if err != nil {
		t.Fatal(err)
	}
	neo4j, err := project.GetService("neo4j")
	if err != nil {
		t.Fatal(err)
	}
	if want := "neo4j:" + version(t) + "-community"; neo4j.Image != want {
		t.Errorf("image %s, but the script's server is %s", neo4j.Image, want)
	}
	if auth := neo4j.Environment["NEO4J_AUTH"]; auth == nil || *auth != "neo4j/correct horse" {
		t.Errorf("NEO4J_AUTH is not made of the password")
	}
	for name, want := range map[string]string{ // the guide of stancegraph browse, as neo4j.sh sets it
		"NEO4J_browser_remote__content__hostname__whitelist": "localhost,127.0.0.1",
		"NEO4J_browser_post__connect__cmd":                   "guide http://localhost:7475/guide.html; style http://localhost:7475/style.grass",
	} {
		if got := neo4j.Environment[name]; got == nil || *got != want {
			t.Errorf("%s is not %s", name, want)
		}
	}
	ports := map[uint32]string{}
	for _, p := range neo4j.Ports {
		if !net.ParseIP(p.HostIP).IsLoopback() {
			t.Errorf("port %s is open to %q, want the loopback address", p.Published, p.HostIP)
		}
		ports[p.Target] = p.Published
	}
	if len(ports) != 2 || ports[7474] != "7474" || ports[7687] != "7687" {
		t.Errorf("ports %v", ports)
	}
	for _, v := range neo4j.Volumes {
		if _, named := project.Volumes[v.Source]; v.Type != types.VolumeTypeVolume || !named {
			t.Errorf("%s is no named volume", v.Target)
		}
	}
	if len(neo4j.Volumes) == 0 || neo4j.Volumes[0].Target != "/data" {
		t.Error("the data is in no volume")
	}
	if h := neo4j.HealthCheck; h == nil || h.Disable || len(h.Test) != 2 || !strings.Contains(h.Test[1], "7474") {
		t.Errorf("health check %+v", h)
	}
	if neo4j.Privileged || len(neo4j.CapAdd) > 0 || neo4j.NetworkMode == "host" {
		t.Error("the service has more rights than it needs")
	}
}

func TestComposeNeedsPassword(t *testing.T) {
	for _, env := range [][]string{nil, {"NEO4J_PASSWORD="}} {
		if _, err := load(t, env...); err == nil || !strings.Contains(err.Error(), "export NEO4J_PASSWORD") {
			t.Errorf("with %q: %v, want an error that says what to set", env, err)
		}
	}
}

func TestComposePorts(t *testing.T) {
	project, err := load(t, "NEO4J_PASSWORD=12345678", "NEO4J_BOLT_PORT=17687")
	if err != nil {
		t.Fatal(err)
	}
	var published []string
	for _, p := range project.Services["neo4j"].Ports {
		published = append(published, p.Published)
	}
	if got := strings.Join(published, " "); got != "7474 17687" {
		t.Errorf("ports %s, want 7474 17687", got)
	}
}

// version is that of pom.xml.
func version(t *testing.T) string {
	t.Helper()
	raw, err := os.ReadFile("pom.xml")
	if err != nil {
		t.Fatal(err)
	}
	var pom struct {
		Version      string   `xml:"properties>neo4j.version"`
		Dependencies []string `xml:"dependencies>dependency>version"`
	}
	if err := xml.Unmarshal(raw, &pom); err != nil {
		t.Fatal(err)
	}
	for _, v := range pom.Dependencies {
		if !strings.HasPrefix(v, "${neo4j.") {
			t.Errorf("pom.xml: version %s stands outside the properties", v)
		}
	}
	return pom.Version
}
