// Command strict reads Kubernetes manifests from standard input and decodes each into Kubernetes' own types,
// strictly: a field that no type knows, or that stands there twice, is an error, as it is to an API server with
// field validation "Strict". It prints one line for each mistake and ends with 1 when there are any. Kinds that
// are neither Kubernetes' own nor the Prometheus operator's are named as skipped.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"

	monitoring "github.com/prometheus-operator/prometheus-operator/pkg/apis/monitoring/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/serializer"
	utilyaml "k8s.io/apimachinery/pkg/util/yaml"
	"k8s.io/client-go/kubernetes/scheme"
)

func main() {
	mistakes, err := check(os.Stdin)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	if mistakes > 0 {
		os.Exit(1)
	}
}

func check(input io.Reader) (int, error) {
	if err := monitoring.AddToScheme(scheme.Scheme); err != nil {
		return 0, err
	}
	decoder := serializer.NewCodecFactory(scheme.Scheme, serializer.EnableStrict).UniversalDeserializer()
	documents := utilyaml.NewYAMLReader(bufio.NewReader(input))
	mistakes := 0
	for {
		document, err := documents.Read()
		if errors.Is(err, io.EOF) {
			return mistakes, nil
		}
		if err != nil {
			return mistakes, err
		}
		_, kind, err := decoder.Decode(document, nil, nil)
		if runtime.IsNotRegisteredError(err) {
			fmt.Println("skipped:", err)
		} else if err != nil {
			mistakes++
			fmt.Println(kind, err)
		}
	}
}
